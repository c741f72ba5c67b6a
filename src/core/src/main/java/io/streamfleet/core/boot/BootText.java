package io.streamfleet.core.boot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Holds a text in which some values stay open until the cloud knows them.
 *
 * <p>A list of segments rather than one string, so that each cloud encodes it rightly: Terraform must escape literals
 * before values are joined to them, CloudFormation and Azure encode what is final. Immutable; neighbouring literals are
 * one, so that equal texts have equal segments.
 *
 * @param segments literals, never empty ones nor two in a row, and cloud values
 */
public record BootText(List<Segment> segments) {
    public BootText {
        segments = joined(segments);
    }

    /** Returns a text that is known now. */
    public static BootText of(String literal) {
        return new BootText(List.of(new Segment.Literal(literal)));
    }

    /** Returns a text that is one value of the cloud. */
    public static BootText of(CloudValue value) {
        return new BootText(List.of(value));
    }

    /** Returns a time in whole milliseconds, as the vendors' settings have it. */
    static BootText millis(Duration time) {
        return of(Long.toString(time.toMillis()));
    }

    /** Returns the texts one after the other. */
    public static BootText concat(List<BootText> parts) {
        return new BootText(
                parts.stream().flatMap(part -> part.segments().stream()).toList());
    }

    /** Returns this text followed by the given one. */
    public BootText plus(BootText next) {
        return concat(List.of(this, next));
    }

    /** Returns this text followed by the given one. */
    public BootText plus(String next) {
        return plus(of(next));
    }

    /** Returns this text with each literal replaced; the cloud's values stay as they are. */
    public BootText mapLiterals(Function<String, String> change) {
        return new BootText(segments.stream()
                .map(segment -> segment instanceof Segment.Literal literal
                        ? new Segment.Literal(change.apply(literal.text()))
                        : segment)
                .toList());
    }

    /** Returns this text without white space at its end, which must be a literal one. */
    BootText trimmed() {
        var all = new ArrayList<>(segments);
        if (!all.isEmpty() && all.get(all.size() - 1) instanceof Segment.Literal last) {
            all.set(all.size() - 1, new Segment.Literal(last.text().stripTrailing()));
        }
        return new BootText(all);
    }

    /** Says whether no value of the cloud is in it. */
    public boolean isLiteral() {
        return segments.stream().allMatch(Segment.Literal.class::isInstance);
    }

    /** Returns the text with each value of the cloud as the given function writes it: a token, a sample, its name. */
    public String render(Function<CloudValue, String> values) {
        return segments.stream()
                .map(segment ->
                        segment instanceof CloudValue value ? values.apply(value) : ((Segment.Literal) segment).text())
                .collect(Collectors.joining());
    }

    /** Returns the bytes of the literals alone, in UTF-8. */
    public int literalBytes() {
        return segments.stream()
                .filter(Segment.Literal.class::isInstance)
                .mapToInt(segment -> ((Segment.Literal) segment).text().getBytes(UTF_8).length)
                .sum();
    }

    /** Returns the most bytes the text can have once the cloud has put its values in. */
    public int maxBytes() {
        return literalBytes()
                + segments.stream()
                        .filter(CloudValue.class::isInstance)
                        .mapToInt(segment -> ((CloudValue) segment).maxLength())
                        .sum();
    }

    @Override
    public String toString() {
        return render(CloudValue::toString);
    }

    private static List<Segment> joined(List<Segment> segments) {
        var joined = new ArrayList<Segment>();
        var text = new StringBuilder();
        for (Segment segment : segments) {
            if (segment instanceof Segment.Literal literal) {
                text.append(literal.text());
            } else {
                flush(text, joined);
                joined.add(segment);
            }
        }
        flush(text, joined);
        return List.copyOf(joined);
    }

    private static void flush(StringBuilder text, List<Segment> joined) {
        if (!text.isEmpty()) {
            joined.add(new Segment.Literal(text.toString()));
            text.setLength(0);
        }
    }
}
