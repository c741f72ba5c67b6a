package io.streamfleet.core.paths;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Range;
import io.streamfleet.core.value.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Says what a public entry does with requests for some paths.
 *
 * <p>A load balancer compares the path as the client wrote it: it removes no {@code ..}, {@code //} and {@code ;}, and
 * decodes no {@code %61}, while the server behind does. A rule that forwards must therefore match nothing but plain
 * paths: write it as a regular expression of whole segments, such as {@code ^/live/[\w-]+$}, never as a prefix with a
 * wildcard, which lets {@code /live/../admin} through. For the same reason a rule that refuses protects nothing by
 * itself; it only takes paths out of a later rule that forwards plain ones.
 *
 * <p>An expression is one that every cloud takes: what is checked here is the least of their limits.
 *
 * @param name the rule's name, in PascalCase: a different one makes a different rule
 * @param priority the order in which rules are tried, 1 first. Part of the rule and not of its place in a list: a list
 *     that grows in the middle would else renumber rules, and two rules may not share a priority while CloudFormation
 *     changes them one by one
 * @param path regular expression of the whole path without the query, from {@code ^} to {@code $}, of at most 128
 *     characters, without lookaround, back references, possessive quantifiers and single quotes
 * @param from the addresses it applies to. A cloud may need several rules for them, which take the priorities that
 *     follow. Default: all
 * @param action what is done
 */
public record PathRule(
        @Matches(value = "[A-Z][A-Za-z0-9]{0,62}", is = "a name in PascalCase, such as Events")
        String name,

        @Range(min = "1", max = "50000") int priority,
        String path,
        List<Cidr> from,
        Action action) {
    /** Length of a pattern that Elastic Load Balancing accepts, which has the least of the clouds. */
    private static final int LONGEST_PATH = 128;

    private static final Pattern NOT_IN_A_RULE = Pattern.compile("\\(\\?|\\\\[1-9pPkgR]|[*+?}]\\+|'");

    /** What is done with a request. */
    public enum Action {
        /** It goes to a server. */
        FORWARD,
        /** It is answered with 404, as if there were no such page. */
        REFUSE
    }

    /**
     * Copies and checks.
     *
     * @throws InvalidSpecException when a cloud would not take the rule
     */
    public PathRule {
        from = from == null ? List.of() : List.copyOf(from);
        new Check(PathRule.class, name, priority, path, from, action)
                .that(
                        isWhole(path),
                        Violation.at("path")
                                .given(path)
                                .allowed("a regular expression from ^ to $ of at most " + LONGEST_PATH
                                        + " characters, without (?, back references, possessive quantifiers and '"))
                .orThrow();
    }

    /** Returns a rule that forwards, for every client. */
    public static PathRule forward(String name, int priority, String path) {
        return new PathRule(name, priority, path, List.of(), Action.FORWARD);
    }

    /** Returns a rule that answers 404, for every client. */
    public static PathRule refuse(String name, int priority, String path) {
        return new PathRule(name, priority, path, List.of(), Action.REFUSE);
    }

    /** Returns this rule for clients of these addresses alone. */
    public PathRule onlyFrom(List<Cidr> ranges) {
        return new PathRule(name, priority, path, ranges, action);
    }

    /**
     * Returns as many rules as its addresses need, named {@code Admin}, {@code Admin2} and so on: by place, since only a
     * rule's content may change with the addresses.
     *
     * @param most addresses that a cloud takes in one rule, at least 1
     */
    public List<PathRule> split(int most) {
        List<PathRule> rules = new ArrayList<>();
        for (int first = 0; first == 0 || first < from.size(); first += most) {
            int number = first / most;
            rules.add(new PathRule(
                    name + (number == 0 ? "" : number + 1),
                    priority + number,
                    path,
                    from.subList(first, Math.min(first + most, from.size())),
                    action));
        }
        return rules;
    }

    private static boolean isWhole(String path) {
        if (path == null) {
            return true;
        }
        try {
            Pattern.compile(path);
        } catch (PatternSyntaxException e) {
            return false;
        }
        return path.startsWith("^")
                && path.endsWith("$")
                && path.length() <= LONGEST_PATH
                && !NOT_IN_A_RULE.matcher(path).find();
    }
}
