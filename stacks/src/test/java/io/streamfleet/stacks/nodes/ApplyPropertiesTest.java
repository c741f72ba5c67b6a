package io.streamfleet.stacks.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Wherever runs are broken off, the next whole one leaves what an undisturbed one does, and nothing twice. */
class ApplyPropertiesTest {
    /**
     * A run that is broken off.
     *
     * @param request the request, counted from 1, from which on nothing is answered any more
     * @param isDone whether that one is still done
     */
    record Crash(int request, boolean isDone) {}

    @Provide
    Arbitrary<List<Crash>> crashes() {
        return Combinators.combine(Arbitraries.integers().between(1, 24), Arbitraries.of(true, false))
                .as(Crash::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    @Property(tries = 120)
    void apply_brokenOffAnywhere_isFinishedByTheNextOne(
            @ForAll("crashes") List<Crash> crashes, @ForAll boolean isEarlier) {
        String version = isEarlier ? "3.1" : "4.0";
        try (Bench bench = new Bench(version)) {
            breakOff(bench, bench.wanted(), crashes);

            assertThat(bench.apply().isFine()).isTrue();

            assertThat(bench.manager().summary()).isEqualTo(undisturbed(version));
            bench.writes();
            assertThat(bench.apply().out()).isEqualTo("nothing to change\n");
            assertThat(bench.writes()).isEmpty();
        }
    }

    @Property(tries = 60)
    void change_brokenOffAnywhere_isFinishedByTheNextOne(@ForAll("crashes") List<Crash> crashes) {
        try (Bench bench = new Bench("4.0");
                Bench other = new Bench("4.0")) {
            WantedFleet changed = bench.wanted("max: 20, instanceType: c5.large", "max: 30, instanceType: c5.xlarge");
            bench.apply();
            breakOff(bench, changed, crashes);

            assertThat(bench.apply(changed).isFine()).isTrue();

            other.apply();
            other.apply(changed);
            assertThat(bench.manager().summary()).isEqualTo(other.manager().summary());
        }
    }

    @Property(tries = 60)
    void delete_brokenOffAnywhere_isFinishedByTheNextOne(@ForAll("crashes") List<Crash> crashes) {
        try (Bench bench = new Bench("4.0")) {
            bench.apply();
            for (Crash crash : crashes) {
                bench.manager().crashAt(crash.request(), crash.isDone());
                bench.delete();
                bench.manager().recover();
            }

            assertThat(bench.delete().isFine()).isTrue();

            assertThat(bench.manager().summary()).hasToString("{\"groups\":[]}");
        }
    }

    private static void breakOff(Bench bench, WantedFleet wanted, List<Crash> crashes) {
        for (Crash crash : crashes) {
            bench.manager().crashAt(crash.request(), crash.isDone());
            bench.apply(wanted);
            bench.manager().recover();
        }
    }

    private static ObjectNode undisturbed(String version) {
        try (Bench bench = new Bench(version)) {
            bench.apply();
            return bench.manager().summary();
        }
    }
}
