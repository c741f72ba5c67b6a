package io.streamfleet.test.provider;

import java.util.List;

/**
 * What is wrong with a configuration or a change.
 *
 * @param summary one line
 * @param path where, from the resource down: names, and positions in lists
 */
record Diagnostic(String summary, List<Object> path) {
    static Diagnostic at(String summary, Object... path) {
        return new Diagnostic(summary, List.of(path));
    }
}
