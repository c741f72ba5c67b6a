package io.streamfleet.core.paths;

import io.streamfleet.core.Violation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How many rules of paths a cloud's public entry takes.
 *
 * @param mostAddresses addresses in one rule: a rule for more of them is several
 * @param mostRules rules in all, once those are several
 */
public record RuleLimits(int mostAddresses, int mostRules) {
    /** Returns the rules as the cloud takes them, each for so many addresses. */
    public List<PathRule> split(List<PathRule> rules) {
        return rules.stream()
                .flatMap(rule -> rule.split(mostAddresses).stream())
                .toList();
    }

    /** Returns what is wrong with the rules of an entry, by the path {@code rules}. */
    public Stream<Violation> violations(List<PathRule> rules) {
        if (rules.isEmpty()) {
            return Stream.of(Violation.at("rules").allowed("at least one, or nothing is forwarded"));
        }
        List<PathRule> split = split(rules);
        if (split.size() > mostRules) {
            return Stream.of(Violation.at("rules").given(split.size()).allowed("at most " + mostRules));
        }
        return differ(split)
                ? Stream.empty()
                : Stream.of(Violation.at("rules")
                        .given("two with one name or priority")
                        .allowed("each with its own name and priority"));
    }

    private static boolean differ(List<PathRule> rules) {
        Set<Object> seen = new HashSet<>();
        return rules.stream().allMatch(rule -> seen.add(rule.name()) && seen.add(rule.priority()));
    }
}
