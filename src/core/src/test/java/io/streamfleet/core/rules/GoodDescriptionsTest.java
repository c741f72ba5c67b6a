package io.streamfleet.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.nodes.NodeDocuments;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.reader.Description;
import io.streamfleet.core.reader.SpecReader;
import io.streamfleet.core.shape.KeyTable;
import io.streamfleet.core.spec.ClusterSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Descriptions that are good: none may be refused, or warned of. */
class GoodDescriptionsTest {
    static List<Path> files() throws Exception {
        Path folder = Path.of(GoodDescriptionsTest.class.getResource("good").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void check_goodDescription_passesWithoutAWord(Path file) {
        Description description = SpecReader.read(file);
        assertThat(description.warnings()).isEmpty();
        assertThat(ClusterPlan.of(description.spec()).name())
                .isEqualTo(description.spec().name());
        assertThat(NodeDocuments.of(description.spec()).nodeGroup().text()).contains("regions");
    }

    /** What is never tried can be refused by mistake. */
    @ParameterizedTest
    @EnumSource
    void files_together_useEveryKey(Cloud cloud) throws Exception {
        StringBuilder texts = new StringBuilder();
        for (Path file : files()) {
            String text = Files.readString(file);
            if (Pattern.compile("\"?cloud\"?: \"?" + cloud.key()).matcher(text).find()) {
                texts.append(text);
            }
        }
        assertThat(KeyTable.of(ClusterSpec.class, cloud, Map.of("product", "red5", "cloud", cloud.key())))
                .extracting(row -> row.path().substring(row.path().lastIndexOf('.') + 1))
                .allMatch(key ->
                        Pattern.compile("\\b" + key + "\"?:").matcher(texts).find());
    }

    @Test
    void checkTogether_goodDescriptions_meetWithoutAWord() throws Exception {
        List<ClusterSpec> specs =
                files().stream().map(file -> SpecReader.read(file).spec()).toList();
        assertThat(Rules.checkTogether(specs)).isEmpty();
    }
}
