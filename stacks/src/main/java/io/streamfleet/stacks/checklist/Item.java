package io.streamfleet.stacks.checklist;

import java.util.ArrayList;
import java.util.List;

/**
 * One thing to do or to know.
 *
 * @param title what it is about
 * @param parts words and commands, in their order
 */
record Item(String title, List<Part> parts) {
    private static final int WIDTH = 96;

    Item {
        parts = List.copyOf(parts);
    }

    /** What a part is, which decides how it is laid out. */
    enum Kind {
        WORDS,
        COMMAND,
        SQL
    }

    /** Words to be wrapped, or a command or statements with their lines as they are. */
    record Part(Kind kind, String text) {}

    static Builder about(String title) {
        return new Builder(title);
    }

    /** Gathers an item's parts. */
    static final class Builder {
        private final String title;
        private final List<Part> parts = new ArrayList<>();

        private Builder(String title) {
            this.title = title;
        }

        Builder words(String text) {
            parts.add(new Part(Kind.WORDS, text));
            return this;
        }

        Builder command(String text) {
            parts.add(new Part(Kind.COMMAND, text));
            return this;
        }

        Builder sql(String text) {
            parts.add(new Part(Kind.SQL, text));
            return this;
        }

        Item build() {
            return new Item(title, parts);
        }
    }

    String text(int number) {
        StringBuilder text = new StringBuilder((number < 10 ? " " : "") + number + ". ")
                .append(title)
                .append('\n');
        for (Part part : parts) {
            boolean words = part.kind() == Kind.WORDS;
            List<String> lines =
                    words ? wrapped(part.text()) : part.text().lines().toList();
            String indent = " ".repeat(words ? 4 : 8);
            lines.forEach(line -> text.append((indent + line).stripTrailing()).append('\n'));
        }
        return text.toString();
    }

    private static List<String> wrapped(String text) {
        String hanging = text.startsWith("- ") ? "  " : "";
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(hanging);
            } else if (line.length() > 0) {
                line.append(' ');
            }
            line.append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
