package io.streamfleet.google;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.shape.Range;
import io.streamfleet.core.spec.Health;
import java.time.Duration;

/**
 * How a {@link HealingCheck} tells a server that must be replaced.
 *
 * @param name name of the check, such as {@code live-stream-manager-healing}: required
 * @param port port that is asked: required
 * @param health what is asked, and how often. Default: {@code /} each 30 s, so that a server that has not answered ten times
 *     in a row, for five minutes, is replaced, and one that is busy for a while stays
 */
@Props
public record HealingCheckProps(
        @Matches(value = GoogleTexts.NAME, is = GoogleTexts.NAME_IS)
        String name,

        @Range(min = "1", max = "65535") Integer port,
        Health health) {
    /**
     * Defaults and checks.
     *
     * @throws InvalidSpecException when something required is missing
     */
    public HealingCheckProps {
        health = health == null ? patient("/") : health;
        new Check(HealingCheckProps.class, name, port, health).orThrow();
    }

    /** Returns a builder. */
    public static HealingCheckPropsBuilder builder() {
        return HealingCheckPropsBuilder.builder();
    }

    /** Returns a check that takes five minutes to give a server up. */
    static Health patient(String path) {
        return new Health(path, Duration.ofSeconds(30), Duration.ofSeconds(10), 2, 10, Duration.ofSeconds(300));
    }
}
