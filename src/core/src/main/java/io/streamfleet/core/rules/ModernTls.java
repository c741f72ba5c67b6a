package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keeps TLS 1.0 and 1.1 off: the listener's policy decides which versions clients may speak. */
final class ModernTls implements Red5OnAwsRule {
    private static final Pattern MODERN = Pattern.compile("ELBSecurityPolicy-(TLS13-1-[23]|TLS-1-2|FS-1-2)-.+");

    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        return Stream.of(cluster.awsEntry().tlsPolicy())
                .filter(policy -> !MODERN.matcher(policy).matches())
                .map(policy -> Violation.at("entry.tlsPolicy")
                        .given(policy)
                        .allowed("a policy of TLS 1.2 or newer alone: TLS13-1-2, TLS13-1-3, TLS-1-2 or FS-1-2")
                        .todo("leave the key out for ELBSecurityPolicy-TLS13-1-2-2021-06"));
    }
}
