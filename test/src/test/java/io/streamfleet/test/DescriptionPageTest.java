package io.streamfleet.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.shape.KeyTable;
import io.streamfleet.core.spec.ClusterSpec;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Holds the page of all keys against the records that declare them. */
class DescriptionPageTest {
    private static final Path PAGE = Project.root().resolve("docs/description.md");
    private static final Pattern TABLE =
            Pattern.compile("(<!-- keys: (\\w+) (\\w+) -->\n).*?(<!-- end of keys -->)", Pattern.DOTALL);

    @Test
    @DisplayName("docs/description.md lists every key as it is declared")
    void page_keys_areThoseOfTheRecords() {
        String page = Project.read(PAGE);
        String written = TABLE.matcher(page)
                .replaceAll(table -> Matcher.quoteReplacement(
                        table.group(1) + table(table.group(2), table.group(3)) + table.group(4)));
        if (Boolean.getBoolean("snapshots.update")) {
            Project.write(PAGE, written);
        }
        assertThat(Project.read(PAGE))
                .as("run mvn -B verify -pl test -am -Dsnapshots.update=true")
                .isEqualTo(written);
    }

    private static String table(String product, String cloud) {
        return KeyTable.of(
                        ClusterSpec.class,
                        Cloud.valueOf(cloud.toUpperCase(Locale.ROOT)),
                        Map.of("product", product, "cloud", cloud))
                .stream()
                .map(row -> "| `%s` | %s | %s | %s |%n"
                        .formatted(row.path(), cell(row.takes()), absent(row.absent()), cell(row.meaning())))
                .collect(Collectors.joining("", "| key | takes | default | meaning |\n|---|---|---|---|\n", ""))
                .replace("\r\n", "\n");
    }

    private static String absent(String text) {
        return text.isEmpty() || text.equals("required") ? text : "`" + text + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("*", "\\*").replace("<", "&lt;");
    }
}
