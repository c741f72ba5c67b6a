package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Database;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps to tiers that Cloud SQL's edition Enterprise has, and warns of those that share a processor.
 *
 * @see <a href="https://cloud.google.com/sql/docs/mysql/instance-settings#machine-type-2ndgen">Machine types of Cloud SQL</a>
 */
final class KnownDatabaseTier implements Red5OnGoogleRule {
    private static final String PATH = "database.create.tier";
    private static final Pattern CUSTOM = Pattern.compile("db-custom-([0-9]{1,3})-([0-9]{4,6})");
    private static final Pattern LEGACY = Pattern.compile("db-n1-(standard|highmem)-[0-9]{1,2}");
    private static final Pattern SHARED = Pattern.compile("db-(f1-micro|g1-small)");
    private static final Pattern OF_ENTERPRISE_PLUS = Pattern.compile("db-(perf-optimized|memory-optimized|c4a)-.+");
    private static final int STEP = 256;
    private static final int LEAST_MEMORY = 3840;
    private static final int MOST_PROCESSORS = 96;

    @Override
    public Stream<Violation> check(Red5OnGoogle cluster) {
        return cluster.newDatabase().map(Database.Create::instanceType).stream().flatMap(KnownDatabaseTier::check);
    }

    private static Stream<Violation> check(String tier) {
        Violation violation = Violation.at(PATH).given(tier);
        Matcher custom = CUSTOM.matcher(tier);
        if (custom.matches()) {
            return checkCustom(violation, Integer.parseInt(custom.group(1)), Integer.parseInt(custom.group(2)));
        }
        if (LEGACY.matcher(tier).matches()) {
            return Stream.empty();
        }
        if (SHARED.matcher(tier).matches()) {
            return Stream.of(violation
                    .allowed(
                            "of processors of its own for a deployment that matters: Google promises nothing of this one")
                    .todo("take one such as db-custom-2-7680")
                    .asWarning());
        }
        if (OF_ENTERPRISE_PLUS.matcher(tier).matches()) {
            return Stream.of(violation
                    .allowed("of the edition Enterprise, since Enterprise Plus is not offered")
                    .todo("take one such as db-custom-4-15360"));
        }
        return Stream.of(
                violation.allowed("a tier of Cloud SQL, db-custom-PROCESSORS-MEMORY in MiB, such as db-custom-2-7680"));
    }

    /** One processor or an even number; of memory 0.9 to 6.5 GB for each, in steps of 256 MiB. */
    private static Stream<Violation> checkCustom(Violation violation, int processors, int memory) {
        if (processors < 1 || processors > MOST_PROCESSORS || processors > 1 && processors % 2 != 0) {
            return Stream.of(violation.allowed("of 1 processor, or an even number up to " + MOST_PROCESSORS));
        }
        long least = Math.max(LEAST_MEMORY, (long) Math.ceil(processors * 0.9 * 1024 / STEP) * STEP);
        long most = (long) Math.floor(processors * 6.5 * 1024 / STEP) * STEP;
        if (memory % STEP != 0 || memory < least || memory > most) {
            return Stream.of(violation.allowed(
                    "of " + least + " to " + most + " MiB for " + processors + " processors, a multiple of " + STEP));
        }
        return Stream.empty();
    }
}
