package io.streamfleet.test;

import java.util.List;

/** Shows where two texts begin to differ. */
final class Diff {
    private static final int BEFORE = 3;
    private static final int SHOWN = 12;

    private Diff() {}

    /** Returns the first lines that differ, old with a minus, new with a plus, with the lines above them. */
    static String first(String old, String now) {
        List<String> before = old.lines().toList();
        List<String> after = now.lines().toList();
        int same = 0;
        while (same < before.size() && same < after.size() && before.get(same).equals(after.get(same))) {
            same++;
        }
        int tail = 0;
        while (tail < before.size() - same
                && tail < after.size() - same
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        StringBuilder shown = new StringBuilder("line " + (same + 1) + ":\n");
        before.subList(Math.max(0, same - BEFORE), same)
                .forEach(line -> shown.append("    ").append(line).append('\n'));
        show(shown, "  - ", before.subList(same, before.size() - tail));
        show(shown, "  + ", after.subList(same, after.size() - tail));
        return shown.toString();
    }

    private static void show(StringBuilder shown, String sign, List<String> lines) {
        lines.stream()
                .limit(SHOWN)
                .forEach(line -> shown.append(sign).append(line).append('\n'));
        if (lines.size() > SHOWN) {
            shown.append(sign).append("... ").append(lines.size() - SHOWN).append(" more lines\n");
        }
    }
}
