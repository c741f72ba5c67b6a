package io.streamfleet.core.reader;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import io.streamfleet.core.rules.FoundTogether;
import io.streamfleet.core.rules.Rules;
import io.streamfleet.core.shape.RecordReader;
import io.streamfleet.core.spec.ClusterSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Reads descriptions, YAML 1.2 or JSON, and refuses bad ones with everything that is wrong at once. */
public final class SpecReader {
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
        return read(files, each -> {});
    }

    /**
     * Reads the descriptions of one app, and tells of each as soon as it is read by itself.
     *
     * @param whenRead is given descriptions also where others are refused
     * @throws InvalidSpecException when any is refused, with every violation of every file
     */
    public static List<Description> read(List<Path> files, Consumer<Description> whenRead) {
        List<Violation> violations = new ArrayList<>();
        List<Description> descriptions = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (Path file : files) {
            try {
                DescriptionText text = DescriptionText.of(file);
                if (!seen.add(text.identity())) {
                    throw DescriptionText.refused(file, "a file that was named before", "another", "name it once");
                }
                Description description = parse(file.toString(), text.text());
                whenRead.accept(description);
                descriptions.add(description);
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
}
