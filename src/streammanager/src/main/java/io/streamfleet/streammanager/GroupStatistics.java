package io.streamfleet.streammanager;

import java.util.List;
import java.util.Locale;

/**
 * What a group of nodes carries.
 *
 * @param connections all of them
 * @param roles the load of each role
 */
public record GroupStatistics(long connections, List<Load> roles) {
    /** Copies. */
    public GroupStatistics {
        roles = List.copyOf(roles);
    }

    /**
     * The load of a role.
     *
     * @param role the role
     * @param nodes nodes in any state
     * @param activeNodes nodes in service
     * @param capacity connections that they take
     * @param connections connections that they have
     */
    public record Load(String role, long nodes, long activeNodes, long capacity, long connections) {
        private static Load read(Shape load) {
            return new Load(
                    load.key("type").text().toLowerCase(Locale.ROOT),
                    load.key("totalNodeCount").whole(),
                    load.key("totalActiveNodeCount").whole(),
                    load.key("netConnectionCapacity").whole(),
                    load.key("netConnectionLoad").whole());
        }
    }

    static GroupStatistics read(Shape statistics) {
        return new GroupStatistics(
                statistics.key("totalConnections").whole(),
                statistics.key("targetTypeLoadSummary").items().stream()
                        .map(Load::read)
                        .toList());
    }
}
