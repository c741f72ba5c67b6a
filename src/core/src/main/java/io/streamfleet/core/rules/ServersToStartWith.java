package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.NamedTier;
import java.util.stream.Stream;

/**
 * Keeps a deployment from starting with no server: the group's alarms look at its servers' load, so that a group of
 * none never grows by itself. A schedule that raises {@code min} is a way out.
 */
final class ServersToStartWith implements Rule {
    @Override
    public Stream<Violation> check(ClusterSpec spec) {
        return spec.product().tiers().filter(ServersToStartWith::staysEmpty).map(named -> Violation.at(
                        named.path("group.min"))
                .given(0)
                .allowed("at least 1, since a group without servers has no load by which to grow")
                .todo("raise it to 2, so that one server's loss is covered"));
    }

    private static boolean staysEmpty(NamedTier named) {
        return named.tier().group().min() == 0
                && named.tier().schedule().values().stream().allMatch(schedule -> schedule.min() == 0);
    }
}
