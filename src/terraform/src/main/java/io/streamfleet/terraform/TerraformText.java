package io.streamfleet.terraform;

import io.streamfleet.core.boot.BootText;
import io.streamfleet.core.boot.CloudValue;
import io.streamfleet.core.boot.Segment;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Writes texts as Terraform reads them back.
 *
 * <p>Terraform evaluates <code>${…}</code> and <code>%{…}</code> in every string of its JSON, and cdktf does not escape
 * them: a shell's <code>${HOME}</code> would be a reference. So literals are escaped here, before values are joined to
 * them.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences-1">Escape
 *     sequences</a>
 */
public final class TerraformText {
    private static final Pattern SEQUENCE = Pattern.compile("([$%])\\{");
    private static final Pattern DOLLARS_AT_END = Pattern.compile("\\$+$");

    private TerraformText() {}

    /** Returns the string that Terraform evaluates to the given literal, whatever stands in it. */
    public static String literal(String text) {
        return SEQUENCE.matcher(text).replaceAll("$1$1{");
    }

    /**
     * Returns the string that Terraform evaluates to the text.
     *
     * @param text the text with open values
     * @param values the expression of each open value, such as the token of an attribute; never evaluated text
     */
    public static String of(BootText text, Function<CloudValue, String> values) {
        var written = new StringBuilder();
        List<Segment> segments = text.segments();
        for (int at = 0; at < segments.size(); at++) {
            if (segments.get(at) instanceof CloudValue value) {
                written.append(values.apply(value));
            } else if (segments.get(at) instanceof Segment.Literal literal) {
                boolean valueFollows = at + 1 < segments.size();
                written.append(valueFollows ? beforeValue(literal.text()) : literal(literal.text()));
            }
        }
        return written.toString();
    }

    /**
     * A dollar right before a value would escape the value, and Terraform has no escape for a dollar alone: dollars at
     * the end become a value themselves.
     */
    private static String beforeValue(String text) {
        var end = DOLLARS_AT_END.matcher(text);
        if (!end.find()) {
            return literal(text);
        }
        return literal(text.substring(0, end.start())) + "${\"" + end.group() + "\"}";
    }
}
