package io.streamfleet.core.shape;

import java.util.Locale;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads truth values and whole numbers, in the one way in which every reader of YAML and JSON takes them: YAML 1.1 also knows
 * {@code yes} and {@code no}, and reads {@code 010} as eight.
 */
final class Plain {
    private Plain() {}

    static boolean isTrueOrFalse(ScalarNode node) {
        return node.isPlain()
                && (node.getValue().equals("true") || node.getValue().equals("false"));
    }

    static String remedyOfTrueOrFalse(ScalarNode node) {
        return switch (node.getValue().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "y", "on" -> node.isPlain() ? "write true" : "write true, without quotes";
            case "false", "no", "n", "off" -> node.isPlain() ? "write false" : "write false, without quotes";
            default -> "";
        };
    }

    static boolean isWholeNumber(ScalarNode node) {
        return node.getTag().equals(Tag.INT) && node.getValue().matches("-?(0|[1-9][0-9]{0,8})");
    }

    static String remedyOfWholeNumber(ScalarNode node) {
        String text = node.getValue();
        if (!node.isPlain() && text.matches("-?[0-9]+")) {
            return "write it without quotes";
        }
        return text.matches("-?0[0-9]+") ? "write it without a zero in front, which some read as octal" : "";
    }
}
