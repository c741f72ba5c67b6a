package io.streamfleet.azure;

import io.streamfleet.core.paths.PathRule;

/**
 * Writes rules of paths for the firewall of an Application Gateway, which compares the path as the client wrote it, with
 * the query behind it.
 *
 * @see <a href="https://learn.microsoft.com/azure/web-application-firewall/ag/custom-waf-rules-overview">Custom rules</a>
 */
final class PathExpressions {
    /** Addresses in one condition. */
    static final int MOST_ADDRESSES = 500;

    private PathExpressions() {}

    /** Returns the expression of a rule's path, whatever query follows it. */
    static String of(PathRule rule) {
        String path = rule.path();
        return path.substring(0, path.length() - 1) + "(\\?.*)?$";
    }
}
