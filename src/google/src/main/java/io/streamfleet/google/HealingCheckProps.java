package io.streamfleet.google;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.shape.Range;
import io.streamfleet.core.value.Durations;
import io.streamfleet.core.value.Texts;
import java.time.Duration;

/**
 * How a {@link HealingCheck} tells a server that must be replaced.
 *
 * @param name name of the check, such as {@code live-stream-manager-healing}: required
 * @param port port that is asked: required
 * @param path path that answers 200 on a server that works. Default: {@code /}
 * @param interval time between two checks, 1s to 300s. Default: 30s
 * @param timeout time after which a check has failed, 1s to 300s, at most the interval. Default: 10s
 * @param healthy good checks in a row that make a server healthy, 1 to 10. Default: 2
 * @param unhealthy failed checks in a row after which a server is replaced, 1 to 10. Default: 10, so that one that does not
 *     answer for five minutes goes, and one that is busy for a while stays
 */
@Props
public record HealingCheckProps(
        @Matches(
                value = "[a-z]([-a-z0-9]{0,61}[a-z0-9])?",
                is = "1 to 63 lower-case letters, digits and hyphens, a letter first and no hyphen last")
        String name,

        @Range(min = "1", max = "65535") Integer port,
        @Matches(value = Texts.PATH, is = Texts.PATH_IS) String path,
        @Range(min = "1s", max = "300s") Duration interval,
        @Range(min = "1s", max = "300s") Duration timeout,
        @Range(min = "1", max = "10") Integer healthy,
        @Range(min = "1", max = "10") Integer unhealthy) {
    /**
     * Defaults and checks.
     *
     * @throws InvalidSpecException when something required is missing or outside the limits of health checks
     */
    public HealingCheckProps {
        path = path == null ? "/" : path;
        interval = interval == null ? Duration.ofSeconds(30) : interval;
        timeout = timeout == null ? Duration.ofSeconds(10) : timeout;
        healthy = healthy == null ? Integer.valueOf(2) : healthy;
        unhealthy = unhealthy == null ? Integer.valueOf(10) : unhealthy;
        new Check(HealingCheckProps.class, name, port, path, interval, timeout, healthy, unhealthy)
                .that(
                        timeout.compareTo(interval) <= 0,
                        Violation.at("timeout")
                                .given(Durations.format(timeout))
                                .allowed("at most interval (" + Durations.format(interval) + ")"))
                .orThrow();
    }

    /** Returns a builder. */
    public static HealingCheckPropsBuilder builder() {
        return HealingCheckPropsBuilder.builder();
    }
}
