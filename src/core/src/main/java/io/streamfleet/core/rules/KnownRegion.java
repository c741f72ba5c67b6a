package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import java.util.Set;
import java.util.stream.Stream;

/** Warns of a region that this version does not know, since most such are slips; AWS adds one or two a year. */
final class KnownRegion implements Red5OnAwsRule {
    private static final Set<String> REGIONS = WordList.read("aws-regions.txt");

    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        return Stream.of(cluster.aws().region())
                .filter(region -> !REGIONS.contains(region))
                .map(region -> Violation.at("aws.region")
                        .given(region)
                        .allowed("a region of AWS that this version knows")
                        .todo("see that it is spelled right, by aws ec2 describe-regions --all-regions")
                        .asWarning());
    }
}
