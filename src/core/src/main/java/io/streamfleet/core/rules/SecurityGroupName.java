package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import java.util.stream.Stream;

/** Keeps the name of the nodes' security group, which begins with the deployment's, to what EC2 takes. */
final class SecurityGroupName implements Red5OnAwsRule {
    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        return Stream.of(cluster.spec().name())
                .filter(name -> name.startsWith("sg-"))
                .map(name -> Violation.at("name")
                        .given(name)
                        .allowed("a name that does not begin with sg-, which EC2 keeps for security group ids")
                        .todo("take another"));
    }
}
