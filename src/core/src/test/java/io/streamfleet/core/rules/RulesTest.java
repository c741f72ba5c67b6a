package io.streamfleet.core.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamfleet.core.reader.SpecReader;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static List<Class<?>> written() throws Exception {
        Path folder = Path.of(Rules.class.getResource("Rules.class").toURI()).getParent();
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name ->
                            name.endsWith(".class") && !name.contains("$") && !name.equals("package-info.class"))
                    .<Class<?>>map(name -> load(name.substring(0, name.length() - ".class".length())))
                    .filter(type -> !type.isInterface()
                            && (Rule.class.isAssignableFrom(type) || RuleTogether.class.isAssignableFrom(type)))
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(Rules.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void types_everyRuleThatIsWritten_isChecked() throws Exception {
        assertThat(Rules.types()).containsExactlyInAnyOrderElementsOf(written()).doesNotHaveDuplicates();
    }

    @Test
    void types_everyRule_isPackagePrivateAndFinal() throws Exception {
        assertThat(written())
                .hasSizeGreaterThan(50)
                .allMatch(type -> Modifier.isFinal(type.getModifiers()) && !Modifier.isPublic(type.getModifiers()));
    }

    /** The table for readers names every rule there is, and no other. */
    @Test
    void types_everyRule_isInTheTable() throws Exception {
        String table = Files.readString(Path.of("../../docs/rules.md"));
        assertThat(written()).allSatisfy(rule -> assertThat(table).contains("`" + rule.getSimpleName() + "`"));
    }

    @Test
    void fails_besideAWarning_saysWhichIsWhich() {
        String text = Live.change(Live.tier("diskGib: 8"), "min: 2, max: 6", "min: 1, max: 6");
        assertThatThrownBy(() -> SpecReader.parse("live.yaml", text))
                .hasMessage(
                        "warning: streamManager.group.min: got 1 with webrtc: true, must be at least 2, or the loss of one "
                                + "cuts every session; raise it (live.yaml:9:12)\n"
                                + "streamManager.diskGib: got 8, must be 16 to 16384 (live.yaml:10:3)");
    }
}
