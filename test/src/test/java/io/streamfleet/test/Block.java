package io.streamfleet.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block of a page, and what an HTML comment right before it says about its test: {@code <!-- test: run -->}.
 *
 * @param line where its fence begins
 * @param language what the fence names
 * @param test what the comment says; empty where there is none
 * @param text what is in it
 */
record Block(int line, String language, Optional<String> test, String text) {
    private static final Pattern COMMENT = Pattern.compile("<!-- test: (.+) -->");
    private static final Pattern FENCE = Pattern.compile("( *)(```+|~~~+)\\s*(\\S*).*");

    /** Returns the blocks of a page, in its order. */
    static List<Block> of(String page) {
        List<String> lines = page.lines().toList();
        List<Block> blocks = new ArrayList<>();
        Optional<String> test = Optional.empty();
        for (int i = 0; i < lines.size(); i++) {
            Matcher comment = COMMENT.matcher(lines.get(i).strip());
            Matcher fence = FENCE.matcher(lines.get(i));
            if (comment.matches()) {
                test = Optional.of(comment.group(1).strip());
            } else if (fence.matches()) {
                int end = end(lines, i, fence.group(2));
                String text = String.join("\n", lines.subList(i + 1, end)).stripIndent() + "\n";
                blocks.add(new Block(i + 1, fence.group(3), test, text));
                test = Optional.empty();
                i = end;
            } else if (!lines.get(i).isBlank()) {
                if (test.isPresent()) {
                    throw new IllegalArgumentException("line " + (i + 1) + ": a test comment without a block after it");
                }
            }
        }
        return blocks;
    }

    private static int end(List<String> lines, int start, String fence) {
        for (int i = start + 1; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(fence)) {
                return i;
            }
        }
        throw new IllegalArgumentException("line " + (start + 1) + ": a block without an end");
    }

    @Override
    public String toString() {
        return "line " + line + ": " + language
                + test.map(what -> " (" + what + ")").orElse("");
    }
}
