package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Aws;
import io.streamfleet.core.spec.Database;
import io.streamfleet.core.spec.GoogleEntry;
import io.streamfleet.core.value.Cidr;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keeps the Stream Managers to a database that they can reach. */
final class DatabaseWithinReach implements Red5Rule {
    private static final Pattern RDS = Pattern.compile(".+\\.([a-z0-9-]+)\\.rds\\.amazonaws\\.com(\\.cn)?");
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

    @Override
    public Stream<Violation> check(Red5View cluster) {
        return cluster.existingDatabase().stream().map(Database.Existing::host).flatMap(host -> check(host, cluster));
    }

    private static Stream<Violation> check(String host, Red5View cluster) {
        Violation violation = Violation.at("database.existing.host").given(host);
        if (host.equals(cluster.spec().domain())) {
            return Stream.of(violation.allowed("the database's own name, not the entry's"));
        }
        if (host.equals(address(cluster))) {
            return Stream.of(violation.allowed("the database's own address, not entry.address"));
        }
        Matcher rds = RDS.matcher(host);
        if (cluster.spec().cloud() instanceof Aws aws
                && rds.matches()
                && !rds.group(1).equals(aws.region())) {
            return Stream.of(violation
                    .allowed("a database in aws.region (" + aws.region() + ")")
                    .todo("security groups and VPCs end at the region: take a database there"));
        }
        return ADDRESS.matcher(host).matches() ? checkAddress(host, violation) : Stream.empty();
    }

    private static String address(Red5View cluster) {
        return cluster.red5().entry().onCloud() instanceof GoogleEntry google
                ? google.address().orElse("")
                : "";
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
