package io.streamfleet.core.boot;

import java.util.stream.Collectors;

/**
 * Gives the Python programs that run on servers, as they travel: without the comments, which stay in the source.
 *
 * <p>They would take a fifth of the 16 KB that EC2 has for user data. Lines of comment alone are left out and nothing
 * else; no program has such a line inside a text of several lines, which a test proves by comparing syntax trees.
 */
final class Programs {
    /** Where programs lie on a server. */
    static final String FOLDER = "/usr/local/lib/streamfleet/";

    private Programs() {}

    /** Returns a module of the resource folder {@code lib}, such as {@code aws.py}. */
    static BootFile module(String name) {
        return new BootFile(FOLDER + name, FileMode.SHARED, BootText.of(bare(text(name))));
    }

    static String text(String name) {
        return Template.load("lib/" + name).fill().render(CloudValue::toString);
    }

    static String bare(String program) {
        return program.lines()
                        .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
                        .collect(Collectors.joining("\n"))
                + "\n";
    }
}
