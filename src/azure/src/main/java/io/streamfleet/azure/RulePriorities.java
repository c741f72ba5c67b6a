package io.streamfleet.azure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives rules of a security group priorities that stay: one comes from the rule's name, not from its place, so that another
 * rule beside it changes nothing. Two rules may not share one even while Terraform changes them one by one.
 *
 * <p>Rules that allow need no order among themselves. Two names that fall on one number move apart in the order of their
 * names: only there a new rule can move an old one.
 */
final class RulePriorities {
    private static final int FIRST = 100;
    private static final int COUNT = SecurityGroups.OPENED_BY_AZURE - FIRST;

    private final Map<String, Integer> byName = new HashMap<>();

    RulePriorities(List<String> names) {
        boolean[] taken = new boolean[COUNT];
        names.stream().sorted().forEach(name -> {
            int place = Math.floorMod(name.hashCode(), COUNT);
            while (taken[place]) {
                place = (place + 1) % COUNT;
            }
            taken[place] = true;
            byName.put(name, FIRST + place);
        });
    }

    /** Returns the priority of a name among those given. */
    int of(String name) {
        return byName.get(name);
    }
}
