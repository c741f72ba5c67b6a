package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Database;
import io.streamfleet.core.value.Cidr;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keeps the Stream Managers to a database that they can reach, by a rule in a security group of their own VPC. */
final class DatabaseWithinReach implements Red5OnAwsRule {
    private static final Pattern RDS = Pattern.compile(".+\\.([a-z0-9-]+)\\.rds\\.amazonaws\\.com(\\.cn)?");
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        return cluster.existingDatabase().stream().map(Database.Existing::host).flatMap(host -> check(host, cluster));
    }

    private static Stream<Violation> check(String host, Red5OnAws cluster) {
        Violation violation = Violation.at("database.existing.host").given(host);
        if (host.equals(cluster.spec().domain())) {
            return Stream.of(violation.allowed("the database's own name, not the entry's"));
        }
        Matcher rds = RDS.matcher(host);
        if (rds.matches() && !rds.group(1).equals(cluster.aws().region())) {
            return Stream.of(violation
                    .allowed("a database in aws.region (" + cluster.aws().region() + ")")
                    .todo("security groups and VPCs end at the region: take a database there"));
        }
        return ADDRESS.matcher(host).matches() ? checkAddress(host, violation) : Stream.empty();
    }

    private static Stream<Violation> checkAddress(String host, Violation violation) {
        try {
            Cidr address = Cidr.parse(host + "/32");
            if (AddressRanges.isUnusable(address)) {
                return Stream.of(violation.allowed("an address that other servers reach"));
            }
            return Stream.of(violation
                            .allowed("a private address, or the database is reached over the internet")
                            .asWarning())
                    .filter(warning -> !AddressRanges.isPrivate(address));
        } catch (IllegalArgumentException e) {
            return Stream.of(violation.allowed("a host name, or an IPv4 address of four numbers 0 to 255"));
        }
    }
}
