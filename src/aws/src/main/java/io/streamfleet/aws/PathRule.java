package io.streamfleet.aws;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Range;
import io.streamfleet.core.value.Cidr;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Says what an {@link HttpsEntry} does with requests for some paths.
 *
 * <p>The load balancer compares the path as the client wrote it: it removes no {@code ..}, {@code //} and {@code ;}, and
 * decodes no {@code %61}, while the server behind does. A rule that forwards must therefore match nothing but plain
 * paths: write it as a regular expression of whole segments, such as {@code ^/live/[\w-]+$}, never as a prefix with a
 * wildcard, which lets {@code /live/../admin} through. For the same reason a rule that refuses protects nothing by
 * itself; it only takes paths out of a later rule that forwards plain ones.
 *
 * @param name the rule's name, in PascalCase: a different one makes a different rule
 * @param priority the order in which rules are tried, 1 first. Part of the rule and not of its place in a list: a list
 *     that grows in the middle would else renumber rules, and two rules may not share a priority while CloudFormation
 *     changes them one by one
 * @param path regular expression of the whole path without the query, from {@code ^} to {@code $}, of at most 128
 *     characters, without lookaround, back references and possessive quantifiers
 * @param from the addresses it applies to, at most 3. Default: all
 * @param action what is done
 */
public record PathRule(
        @Matches(value = "[A-Z][A-Za-z0-9]{0,62}", is = "a name in PascalCase, such as Events")
        String name,

        @Range(min = "1", max = "50000") int priority,
        String path,
        List<Cidr> from,
        Action action) {
    /** Length of a pattern that Elastic Load Balancing accepts. */
    static final int LONGEST_PATH = 128;

    /** Addresses that Elastic Load Balancing accepts in one condition. */
    static final int MOST_ADDRESSES = 3;

    private static final Pattern NOT_IN_A_RULE = Pattern.compile("\\(\\?|\\\\[1-9pPkgR]|[*+?}]\\+");

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
     * @throws InvalidSpecException when the load balancer would not take the rule
     */
    public PathRule {
        from = from == null ? List.of() : List.copyOf(from);
        new Check(PathRule.class, name, priority, path, from, action)
                .that(
                        isWhole(path),
                        Violation.at("path")
                                .given(path)
                                .allowed("a regular expression from ^ to $ of at most " + LONGEST_PATH
                                        + " characters, without (?, back references and possessive quantifiers"))
                .that(
                        from.size() <= MOST_ADDRESSES,
                        Violation.at("from")
                                .given(from.size() + " ranges")
                                .allowed("at most " + MOST_ADDRESSES)
                                .todo("split the rule"))
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
