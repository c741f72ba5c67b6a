package io.streamfleet.core.rules;

import static io.streamfleet.core.rules.Live.change;
import static io.streamfleet.core.rules.Live.nodes;
import static io.streamfleet.core.rules.Live.tier;
import static io.streamfleet.core.rules.Live.told;
import static io.streamfleet.core.rules.Live.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.value.Cidr;
import io.streamfleet.core.value.CronField;
import io.streamfleet.core.value.Durations;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds for every input: nothing valid is refused, and nothing invalid ends in anything but words. */
class RulesPropertiesTest {
    @Provide
    Arbitrary<Cidr> ranges() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 0xFFFFFFFFL),
                        Arbitraries.integers().between(8, 32))
                .as((address, prefix) -> new Cidr(address & (0xFFFFFFFFL << (32 - prefix)) & 0xFFFFFFFFL, prefix));
    }

    @Provide
    Arbitrary<String> cronParts() {
        return Arbitraries.of("*", "*/2", "1", "1-3", "1,2", "2-6/2", "1,3-5,6/");
    }

    @Property(tries = 300)
    void check_aRange_isRefusedOnlyForOverlaps(@ForAll("ranges") Cidr one, @ForAll("ranges") Cidr other) {
        List<String> told = told(nodes("sshFrom: [" + one + ", " + other + "]"));
        assertThat(told).hasSize(one.overlaps(other) ? 1 : 0);
        assertThat(told).allMatch(message -> message.contains(other.toString()) && message.contains(one.toString()));
    }

    @Property(tries = 300)
    void check_aVpcRange_isRefusedOnlyWhereNoVpcCanBe(@ForAll("ranges") Cidr range) {
        Assume.that(range.prefix() >= 16 && range.prefix() <= 24);
        List<String> told = told(with("10.20.0.0/16", range.toString()));
        if (AddressRanges.isPrivate(range)) {
            assertThat(told).isEmpty();
        } else {
            assertThat(told).hasSize(1).allMatch(message -> message.contains(range.toString()));
        }
    }

    @Property(tries = 300)
    void check_aDuration_isRefusedOnlyOutsideItsBounds(@ForAll @IntRange(max = 10_000) int seconds) {
        Duration grace = Duration.ofSeconds(seconds);
        List<String> told = told(tier("health: { grace: " + Durations.format(grace) + " }"));
        assertThat(told).hasSize(seconds < 180 || seconds > 7200 ? 1 : 0);
    }

    @Property
    void format_aDuration_isReadBackAsItIs(@ForAll @LongRange(min = 0, max = 86_400_000) long seconds) {
        Duration duration = Duration.ofSeconds(seconds);
        assertThat(Durations.parse(Durations.format(duration))).isEqualTo(duration);
    }

    @Property
    void valuesOf_whatCronTakes_liesWithinTheField(@ForAll CronField field, @ForAll("cronParts") String part) {
        field.valuesOf(part).ifPresent(values -> {
            assertThat(values.isEmpty()).isFalse();
            assertThat(values.length()).isLessThanOrEqualTo(60);
        });
        assertThat(field.valuesOf(part).isPresent()).isEqualTo(!part.endsWith("/"));
    }

    @Property
    void problemsOf_anything_answers(@ForAll String cron) {
        assertThat(CronField.problemsOf(cron))
                .allSatisfy(problem -> assertThat(problem.allowed()).isNotEmpty());
    }

    @Property
    void of_anything_isATypeOrNone(@ForAll String text) {
        InstanceType.of(text)
                .ifPresent(type -> assertThat(type.family() + "." + type.size()).isEqualTo(text));
    }

    @Provide
    Arbitrary<String> good() {
        return Arbitraries.of(Live.TEXT, LiveGoogle.TEXT, LiveAzure.TEXT);
    }

    /** One character changed, somewhere: whatever comes of it, it is told in words, each with a place in the file. */
    @Property(tries = 900)
    void told_oneCharacterChanged_isInWordsWithAPlace(
            @ForAll("good") String good,
            @ForAll @IntRange(max = 2000) int at,
            @ForAll char character,
            @ForAll @IntRange(max = 2) int kind) {
        int place = at % good.length();
        String before = good.substring(0, place);
        String text =
                switch (kind) {
                    case 0 -> before + character + good.substring(place);
                    case 1 -> before + character + good.substring(place + 1);
                    default -> before + good.substring(place + 1);
                };
        assertThat(told(text)).allMatch(message -> message.matches("(?s).+ \\(live\\.yaml:[0-9]+:[0-9]+\\)"));
    }

    /** One line less: a missing key is told of, or had a default. */
    @Property(tries = 100)
    void told_oneLineLess_isInWordsWithAPlace(@ForAll("good") String good, @ForAll @IntRange(max = 27) int at) {
        List<String> lines = good.lines().toList();
        String line = lines.get(at % lines.size());
        String text = change(good, line + "\n", "");
        boolean isOptional = line.startsWith("webrtc: ") || line.startsWith("  account: ") || line.startsWith("dns: ");
        assertThat(told(text))
                .hasSizeGreaterThanOrEqualTo(isOptional ? 0 : 1)
                .allMatch(message -> message.matches(".+ \\(live\\.yaml:[0-9]+:[0-9]+\\)"));
    }

    @Property
    void of_anything_isATypeOfACloudOrNone(@ForAll String text) {
        for (Cloud cloud : Cloud.values()) {
            assertThat(ServerType.of(cloud, text)).isNotNull();
        }
    }
}
