package io.streamfleet.core.boot;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Gives the Python programs that run on servers, as they travel: without comments and with one space of indentation a
 * level, since EC2 has 16 KB for user data. The commented source is in this project.
 *
 * <p>Lines of comment alone go and the others move left, nothing else: no program has a text of several lines, and a
 * test proves it by comparing syntax trees.
 */
final class Programs {
    /** Where programs lie on a server. */
    static final String FOLDER = "/usr/local/lib/streamfleet/";

    private static final Map<String, BootFile> MODULES = new ConcurrentHashMap<>();

    private Programs() {}

    /** Returns a module of the resource folder {@code lib}, such as {@code aws.py}. */
    static BootFile module(String name) {
        return MODULES.computeIfAbsent(
                name, each -> new BootFile(FOLDER + each, FileMode.SHARED, BootText.of(bare(text(each)))));
    }

    static String text(String name) {
        return Template.load("lib/" + name).fill().render(CloudValue::toString);
    }

    /** Returns a program or a unit without comments, blank lines and three of four spaces of indentation. */
    static String bare(String program) {
        return program.lines()
                        .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
                        .map(Programs::movedLeft)
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    private static String movedLeft(String line) {
        String text = line.strip();
        return " ".repeat(line.indexOf(text) / 4) + text;
    }
}
