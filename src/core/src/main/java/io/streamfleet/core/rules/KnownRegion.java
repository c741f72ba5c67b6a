package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Aws;
import io.streamfleet.core.spec.Azure;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Google;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Warns of a region that this version does not know, since most such are slips; clouds add one or two a year. */
final class KnownRegion implements Rule {
    private static final Set<String> AWS = WordList.read("aws-regions.txt");
    private static final Set<String> GOOGLE = WordList.read("google-regions.txt");
    private static final Set<String> AZURE = WordList.read("azure-locations.txt");

    @Override
    public Stream<Violation> check(ClusterSpec spec) {
        if (spec.cloud() instanceof Aws aws) {
            return Stream.of(aws.region())
                    .filter(region -> !AWS.contains(region))
                    .map(KnownRegion::unknownOnAws);
        }
        if (spec.cloud() instanceof Google google) {
            return IntStream.range(0, google.regions().size())
                    .filter(i -> !GOOGLE.contains(google.regions().get(i)))
                    .mapToObj(i -> unknownOnGoogle(i, google.regions().get(i)));
        }
        return Stream.of(spec.cloud())
                .filter(Azure.class::isInstance)
                .map(cloud -> ((Azure) cloud).location())
                .filter(location -> !AZURE.contains(location))
                .map(KnownRegion::unknownOnAzure);
    }

    private static Violation unknownOnAws(String region) {
        return Violation.at("aws.region")
                .given(region)
                .allowed("a region of AWS that this version knows")
                .todo("see that it is spelled right, by aws ec2 describe-regions --all-regions")
                .asWarning();
    }

    private static Violation unknownOnGoogle(int index, String region) {
        return Violation.at("google.regions[" + index + "]")
                .given(region)
                .allowed("a region of Google Cloud that this version knows")
                .todo("see that it is spelled right, by gcloud compute regions list")
                .asWarning();
    }

    private static Violation unknownOnAzure(String location) {
        return Violation.at("azure.location")
                .given(location)
                .allowed("a location of Azure that this version knows")
                .todo("see that it is spelled right, by az account list-locations --query [].name")
                .asWarning();
    }
}
