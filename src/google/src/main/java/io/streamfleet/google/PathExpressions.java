package io.streamfleet.google;

import io.streamfleet.core.paths.PathRule;
import io.streamfleet.core.value.Cidr;
import java.util.stream.Collectors;

/**
 * Writes rules of paths in the language of Cloud Armor.
 *
 * <p>Cloud Armor takes at most five conditions in a rule, one of them a regular expression, of at most 1024 characters
 * each and 2048 together, and refuses groups that capture. It compares the path as the client wrote it, without the query:
 * what would decode it is asked for by name, {@code urlDecode()}.
 *
 * @see <a href="https://cloud.google.com/armor/docs/rules-language-reference">Rules language</a>
 * @see <a href="https://cloud.google.com/armor/quotas#limits">Limits</a>
 */
final class PathExpressions {
    /** Addresses in one rule, beside the path. */
    static final int MOST_ADDRESSES = 4;

    private PathExpressions() {}

    /** Returns the expression of a rule of at most so many addresses. */
    static String of(PathRule rule) {
        // A raw string, in which a backslash is one; a rule's path has no quote.
        String path = "request.path.matches(r'" + withoutCaptures(rule.path()) + "')";
        if (rule.from().isEmpty()) {
            return path;
        }
        String addresses = rule.from().stream().map(PathExpressions::isFrom).collect(Collectors.joining(" || "));
        return path + " && (" + addresses + ")";
    }

    private static String isFrom(Cidr range) {
        return "inIpRange(origin.ip, '" + range + "')";
    }

    /** Turns each group into one that does not capture, but for parentheses that are escaped or in a class. */
    private static String withoutCaptures(String expression) {
        var written = new StringBuilder();
        boolean inClass = false;
        for (int at = 0; at < expression.length(); at++) {
            char letter = expression.charAt(at);
            written.append(letter);
            if (letter == '\\') {
                at++;
                written.append(expression.charAt(at));
            } else if (inClass) {
                inClass = letter != ']';
            } else if (letter == '[') {
                inClass = true;
            } else if (letter == '(') {
                written.append("?:");
            }
        }
        return written.toString();
    }
}
