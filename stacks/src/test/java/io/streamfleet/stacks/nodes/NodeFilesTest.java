package io.streamfleet.stacks.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamfleet.core.nodes.NodeDocuments;
import io.streamfleet.core.reader.SpecReader;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.stacks.Specs;
import io.streamfleet.stacks.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeFilesTest {
    private static final ClusterSpec SPEC =
            SpecReader.read(Specs.shipped("red5-aws")).spec();

    @TempDir
    private Path folder;

    @Test
    void write_overEarlierOnes_replacesThemAndLeavesOthersAlone() throws IOException {
        Path live = Files.createDirectories(folder.resolve("nodes/live"));
        Files.writeString(live.resolve("scalepolicy.json"), "earlier");
        Files.writeString(live.resolve("mine.txt"), "mine");

        assertThat(new NodeFiles(folder.resolve("nodes")).write(SPEC)).contains(live);

        assertThat(live.resolve("scalepolicy.json"))
                .content()
                .isEqualTo(NodeDocuments.of(SPEC).scalePolicy().text());
        assertThat(live.resolve("mine.txt")).hasContent("mine");
        try (Stream<Path> files = Files.list(live)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("scalepolicy.json", "launchconfig.json", "nodegroup.json", "mine.txt");
        }
    }

    @Test
    void fails_fileInItsPlace_beforeAnyWork() throws IOException {
        Path place = Files.writeString(folder.resolve("nodes"), "mine");

        assertThatThrownBy(() -> new NodeFiles(place))
                .isInstanceOf(Refusal.class)
                .hasMessage(place + " is not a folder; remove it, or name another folder: -o DIR");
    }

    @Test
    void fails_fileInTheDeploymentsPlace_saysWhere() throws IOException {
        Path place =
                Files.writeString(Files.createDirectory(folder.resolve("nodes")).resolve("live"), "mine");

        assertThatThrownBy(() -> new NodeFiles(folder.resolve("nodes")).write(SPEC))
                .isInstanceOf(Refusal.class)
                .hasMessage(place + " cannot be written; name a folder where you may write: -o DIR");
    }
}
