package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Aws;
import io.streamfleet.core.spec.AwsNetwork;
import io.streamfleet.core.spec.Azure;
import io.streamfleet.core.spec.AzureNetwork;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Google;
import io.streamfleet.core.spec.GoogleNetwork;
import io.streamfleet.core.value.Cidr;
import java.util.stream.Stream;

/** Keeps a network off ranges that clouds refuse, and warns of ones that belong to somebody else. */
final class UsableNetworkRange implements Rule {
    @Override
    public Stream<Violation> check(ClusterSpec spec) {
        if (spec.cloud() instanceof Aws aws && aws.network() instanceof AwsNetwork.Create create) {
            return check("aws.network.create.cidr", create.cidr());
        }
        if (spec.cloud() instanceof Google google && google.network() instanceof GoogleNetwork.Create create) {
            return create.subnets().entrySet().stream()
                    .flatMap(each -> check("google.network.create.subnets." + each.getKey(), each.getValue()));
        }
        if (spec.cloud() instanceof Azure azure && azure.network() instanceof AzureNetwork.Create create) {
            return check("azure.network.create.cidr", create.cidr());
        }
        return Stream.empty();
    }

    private static Stream<Violation> check(String path, Cidr range) {
        Violation violation = Violation.at(path).given(range);
        if (AddressRanges.isUnusable(range)) {
            return Stream.of(violation
                    .allowed("a range that a network can have")
                    .todo("take one of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16"));
        }
        return Stream.of(violation
                        .allowed("a private range, or the servers cannot reach its owners' addresses")
                        .todo("take one of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16")
                        .asWarning())
                .filter(warning -> !AddressRanges.isPrivate(range));
    }
}
