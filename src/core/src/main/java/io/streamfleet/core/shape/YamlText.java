package io.streamfleet.core.shape;

import io.streamfleet.core.Violation;
import io.streamfleet.core.shape.Source.Position;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Parses YAML 1.2, and with it JSON, into nodes that know their line and column. Bounded in size, depth and aliases. */
final class YamlText {
    /** Longest text, in characters: a description is a few thousand. */
    static final int LONGEST = 262_144;

    private static final int DEEPEST = 24;
    private static final int MOST_ALIASES = 50;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setCodePointLimit(LONGEST)
            .setMaxAliasesForCollections(MOST_ALIASES)
            .setAllowDuplicateKeys(true)
            .build();

    private YamlText() {}

    /** Returns the one document of a text; empty, with the reason among the findings, when it cannot be read. */
    static Optional<Node> parse(String text, Findings findings) {
        if (text.length() > LONGEST) {
            findings.add(Violation.at("").given(text.length() + " characters").allowed("at most " + LONGEST));
            return Optional.empty();
        }
        try {
            if (!isPlainEnough(text, findings)) {
                return Optional.empty();
            }
            Optional<Node> root = new Compose(SETTINGS).composeString(text);
            if (root.isEmpty() || root.get().getTag().equals(Tag.NULL)) {
                findings.add(
                        Violation.at("").given("an empty file").allowed("a description; streamfleet init writes one"));
                return Optional.empty();
            }
            return root;
        } catch (MarkedYamlEngineException e) {
            findings.add(broken(e), position(e));
        } catch (ReaderException e) {
            findings.add(
                    broken("a character that YAML does not allow, U+"
                            + String.format(Locale.ROOT, "%04X", e.getCodePoint())),
                    position(text, e.getCodePoint()));
        } catch (YamlEngineException e) {
            findings.add(broken(
                    String.valueOf(e.getMessage()).startsWith("Non scalar key")
                            ? "a map or a list as a key"
                            : String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
        }
        return Optional.empty();
    }

    /** Parses text of our own, such as a default. */
    static Node parseOwn(String text) {
        return new Compose(SETTINGS)
                .composeString(text)
                .orElseThrow(() -> new IllegalArgumentException("no YAML: " + text));
    }

    /** Goes over the events, which costs no stack however deep the text is. */
    private static boolean isPlainEnough(String text, Findings findings) {
        int depth = 0;
        int aliases = 0;
        int documents = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
                return refuse(
                        event, "maps and lists more than " + DEEPEST + " deep", "a flatter description", findings);
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            } else if (event instanceof AliasEvent && ++aliases > MOST_ALIASES) {
                return refuse(event, "more than " + MOST_ALIASES + " aliases", "fewer", findings);
            } else if (event instanceof DocumentStartEvent && ++documents > 1) {
                return refuse(event, "a second document", "one deployment a file", findings);
            }
        }
        return true;
    }

    private static boolean refuse(Event event, String given, String allowed, Findings findings) {
        findings.add(
                Violation.at("").given(given).allowed(allowed),
                event.getStartMark().map(Position::of).orElse(Position.START));
        return false;
    }

    private static Violation broken(MarkedYamlEngineException e) {
        String problem = e.getProblem() == null ? e.getContext() : e.getProblem();
        return problem.contains("(TAB)")
                ? Violation.at("")
                        .given("a tab before a key or a value")
                        .allowed("spaces: YAML takes no tabs there")
                        .todo("replace it")
                : broken(problem);
    }

    private static Violation broken(String why) {
        return Violation.at("").given("text that is no YAML: " + Quote.of(why)).allowed("YAML 1.2 or JSON");
    }

    /** Where a character stands for the first time. */
    private static Position position(String text, int codePoint) {
        String before = text.substring(0, Math.max(0, text.indexOf(codePoint)));
        int line = (int) before.chars().filter(each -> each == '\n').count() + 1;
        String start = before.substring(before.lastIndexOf('\n') + 1);
        return new Position(line, start.codePointCount(0, start.length()) + 1);
    }

    private static Position position(MarkedYamlEngineException e) {
        return e.getProblemMark().or(e::getContextMark).map(Position::of).orElse(Position.START);
    }
}
