package io.streamfleet.core.reader;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import io.streamfleet.core.rules.FoundTogether;
import io.streamfleet.core.rules.Rules;
import io.streamfleet.core.shape.RecordReader;
import io.streamfleet.core.spec.ClusterSpec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads descriptions, YAML 1.2 or JSON, and refuses bad ones with everything that is wrong at once. */
public final class SpecReader {
    /** Largest file, in bytes: a description has a few thousand. */
    private static final long LARGEST = 262_144;

    private SpecReader() {}

    /**
     * Reads one description.
     *
     * @throws InvalidSpecException when it is refused, with every violation in the order of the file
     */
    public static Description read(Path file) {
        return read(List.of(file)).get(0);
    }

    /**
     * Reads the descriptions of one app: each by itself, then all together, since two deployments can be in each
     * other's way.
     *
     * @throws InvalidSpecException when any is refused, with every violation of every file
     */
    public static List<Description> read(List<Path> files) {
        List<Violation> violations = new ArrayList<>();
        List<Description> descriptions = new ArrayList<>();
        for (Path file : files) {
            try {
                descriptions.add(parse(file.toString(), text(file)));
            } catch (InvalidSpecException e) {
                violations.addAll(e.violations());
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidSpecException(violations);
        }
        return together(descriptions);
    }

    /**
     * Reads a description's text.
     *
     * @param name what messages call it: the file as the user gave it
     * @throws InvalidSpecException when it is refused, with every violation in the order of the text
     */
    public static Description parse(String name, String text) {
        RecordReader.Result<ClusterSpec> result = RecordReader.read(ClusterSpec.class, name, text, Rules::check);
        if (result.value().isEmpty() || result.violations().stream().anyMatch(Violation::isError)) {
            throw new InvalidSpecException(result.violations());
        }
        return new Description(result.value().get(), result.source(), result.violations());
    }

    private static List<Description> together(List<Description> descriptions) {
        List<FoundTogether> found = Rules.checkTogether(
                        descriptions.stream().map(Description::spec).toList())
                .toList();
        List<Violation> errors = new ArrayList<>();
        List<Description> warned = new ArrayList<>();
        for (int i = 0; i < descriptions.size(); i++) {
            Description description = descriptions.get(i);
            List<Violation> warnings = new ArrayList<>(description.warnings());
            for (FoundTogether each : found) {
                if (each.index() == i) {
                    Violation placed = each.violation()
                            .in(description.source().place(each.violation().path()));
                    (placed.isError() ? errors : warnings).add(placed);
                }
            }
            warned.add(new Description(description.spec(), description.source(), warnings));
        }
        if (!errors.isEmpty()) {
            throw new InvalidSpecException(errors);
        }
        return warned;
    }

    private static String text(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw unreadable(file, Files.exists(file) ? "what is no file" : "a file that does not exist");
            }
            if (Files.size(file) > LARGEST) {
                throw unreadable(file, "a file of " + Files.size(file) + " bytes");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw unreadable(file, "bytes that are not UTF-8");
        } catch (IOException e) {
            throw unreadable(file, "a file that cannot be read");
        }
    }

    private static InvalidSpecException unreadable(Path file, String given) {
        return new InvalidSpecException(List.of(Violation.at("")
                .given(given)
                .allowed("a readable description of at most " + LARGEST + " bytes")
                .in(file.toString())));
    }
}
