package io.streamfleet.stacks.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamfleet.stacks.refusal.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
    @TempDir
    private Path folder;

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> namesIn(Path where) throws IOException {
        try (Stream<Path> files = Files.list(where)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Path earlierOutput() throws IOException {
        Path target = Files.createDirectory(folder.resolve("cdk.out"));
        write(target.resolve("manifest.json"), "old");
        write(target.resolve("old.template.json"), "old");
        return target;
    }

    @Test
    void fill_whereNothingIs_makesTheFoldersAbove() throws IOException {
        Path target = folder.resolve("a/b/cdk.out");

        new OutputFolder(target).fill(fresh -> write(fresh.resolve("manifest.json"), "new"));

        assertThat(target.resolve("manifest.json")).hasContent("new");
        assertThat(namesIn(folder)).containsExactly("a");
        assertThat(namesIn(folder.resolve("a/b"))).containsExactly("cdk.out");
    }

    @Test
    void fill_overEarlierOutput_replacesItAsAWhole() throws IOException {
        Path target = earlierOutput();

        new OutputFolder(target).fill(fresh -> {
            assertThat(target.resolve("manifest.json")).hasContent("old");
            write(fresh.resolve("manifest.json"), "new");
        });

        assertThat(namesIn(target)).containsExactly("manifest.json");
        assertThat(target.resolve("manifest.json")).hasContent("new");
        assertThat(namesIn(folder)).containsExactly("cdk.out");
    }

    @Test
    void fill_throughALink_keepsTheLink() throws IOException {
        Path target = earlierOutput();
        Path link = Files.createSymbolicLink(
                Files.createDirectory(folder.resolve("here")).resolve("cdk.out"), target);

        new OutputFolder(link).fill(fresh -> write(fresh.resolve("manifest.json"), "new"));

        assertThat(link).isSymbolicLink();
        assertThat(target.resolve("manifest.json")).hasContent("new");
    }

    @Test
    void fails_content_leavesEarlierOutputAndNothingBeside() throws IOException {
        Path target = earlierOutput();

        assertThatThrownBy(() -> new OutputFolder(target).fill(fresh -> {
                    write(fresh.resolve("manifest.json"), "half");
                    throw new Refusal("no");
                }))
                .isInstanceOf(Refusal.class)
                .hasMessage("no");

        assertThat(namesIn(folder)).containsExactly("cdk.out");
        assertThat(namesIn(target)).containsExactly("manifest.json", "old.template.json");
        assertThat(target.resolve("manifest.json")).hasContent("old");
    }

    @Test
    void fails_contentWhereNothingWas_leavesNoFolder() throws IOException {
        assertThatThrownBy(() -> new OutputFolder(folder.resolve("a/b/cdk.out")).fill(fresh -> {
                    throw new Refusal("no");
                }))
                .hasMessage("no");

        assertThat(namesIn(folder)).isEmpty();
    }

    @Test
    void fails_overAFolderOfSomethingElse_saysWhatToDo() throws IOException {
        Path target = Files.createDirectory(folder.resolve("cdk.out"));
        write(target.resolve("thesis.txt"), "mine");

        assertThatThrownBy(() -> new OutputFolder(target))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        target + " holds something else than templates of an earlier run; remove it, or name another"
                                + " folder: -o DIR");
        assertThat(target.resolve("thesis.txt")).hasContent("mine");
    }

    @Test
    void fill_severalFolders_replacesAll() throws IOException {
        Path target = earlierOutput();
        Path other = folder.resolve("cdktf.out");

        OutputFolder.fill(together(target, "new", other, "new too"));

        assertThat(namesIn(folder)).containsExactly("cdk.out", "cdktf.out");
        assertThat(target.resolve("manifest.json")).hasContent("new");
        assertThat(other.resolve("manifest.json")).hasContent("new too");
    }

    @Test
    void fails_contentOfTheSecondFolder_leavesTheFirstAsItWas() throws IOException {
        Path target = earlierOutput();
        Map<OutputFolder, Consumer<Path>> contents = together(target, "new", folder.resolve("cdktf.out"), "");
        contents.replaceAll((each, content) -> fresh -> {
            content.accept(fresh);
            if (fresh.toString().contains("cdktf.out")) {
                throw new Refusal("no");
            }
        });

        assertThatThrownBy(() -> OutputFolder.fill(contents)).hasMessage("no");

        assertThat(namesIn(folder)).containsExactly("cdk.out");
        assertThat(namesIn(target)).containsExactly("manifest.json", "old.template.json");
    }

    @Test
    void fails_secondFolderThatCannotBePutInPlace_givesTheFirstBack() throws IOException {
        Path target = earlierOutput();
        Path blocked = folder.resolve("file/cdktf.out");
        Map<OutputFolder, Consumer<Path>> contents = together(target, "new", blocked, "new");
        // Where the folder's own folder should be made, a file appears meanwhile.
        contents.replaceAll((each, content) -> fresh -> {
            content.accept(fresh);
            write(folder.resolve("file"), "in the way");
        });

        assertThatThrownBy(() -> OutputFolder.fill(contents))
                .isInstanceOf(Refusal.class)
                .hasMessage(blocked + " cannot be written; name a folder where you may write: -o DIR");

        assertThat(namesIn(folder)).containsExactly("cdk.out", "file");
        assertThat(target.resolve("manifest.json")).hasContent("old");
    }

    private static Map<OutputFolder, Consumer<Path>> together(Path one, String text, Path other, String otherText) {
        Map<OutputFolder, Consumer<Path>> contents = new LinkedHashMap<>();
        contents.put(new OutputFolder(one), fresh -> write(fresh.resolve("manifest.json"), text));
        contents.put(new OutputFolder(other), fresh -> write(fresh.resolve("manifest.json"), otherText));
        return contents;
    }
}
