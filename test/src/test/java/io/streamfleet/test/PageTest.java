package io.streamfleet.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds that what the README and the pages of docs show is true: every block is run as its comment says, in order. */
class PageTest {
    @TestFactory
    @DisplayName("blocks of the README and the pages are true")
    Stream<DynamicNode> pages_blocks_areTrue() {
        return pages().map(page -> {
            String name = Project.root().relativize(page).toString();
            PageRun run = new PageRun(name, Project.scratch("page-" + name.replaceAll("\\W", "-")));
            return DynamicContainer.dynamicContainer(
                    name,
                    Stream.concat(
                            Block.of(Project.read(page)).stream()
                                    .map(block -> DynamicTest.dynamicTest(block.toString(), () -> run.check(block))),
                            Stream.of(DynamicTest.dynamicTest("end", run::end))));
        });
    }

    private static Stream<Path> pages() {
        Path root = Project.root();
        return Stream.concat(
                Stream.of("README.md", "CONTRIBUTING.md").map(root::resolve).filter(Files::exists),
                Project.filesBelow(root.resolve("docs")).stream()
                        .filter(file -> file.toString().endsWith(".md"))
                        .filter(file -> !file.getParent().endsWith("adr")));
    }

    @Test
    @DisplayName("links within the project lead somewhere")
    void pages_linksToFiles_leadSomewhere() {
        pages().forEach(page -> java.util.regex.Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)")
                .matcher(Project.read(page))
                .results()
                .forEach(link -> assertThat(page.resolveSibling(link.group(1)))
                        .as(Project.root().relativize(page) + " links to " + link.group(1))
                        .exists()));
    }

    @Test
    @DisplayName("a block of no known test fails")
    void fails_blockWithoutKnownTest_isNamed() {
        for (String page : List.of("```yaml\na: 1\n```", "<!-- test: hope -->\n```yaml\na: 1\n```", "```cobol\n```")) {
            assertThatThrownBy(() -> run(page))
                    .as(page)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("test:");
        }
    }

    @Test
    @DisplayName("a skip without a reason fails")
    void fails_skipWithoutReason_isNamed() {
        assertThatThrownBy(() -> run("<!-- test: skip -->\n```console\n$ ls\n```"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("reason");
    }

    @Test
    @DisplayName("a description that is refused, a class that does not compile, a command that fails: each fails")
    void fails_untrueBlocks_areNoticed() {
        assertThatThrownBy(() -> run("<!-- test: validate -->\n```yaml\nname: live\n```"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("cloud");
        assertThatThrownBy(() -> run("<!-- test: compile -->\n```java\nclass A { int a = \"x\"; }\n```"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("incompatible types");
        assertThatThrownBy(() -> run("<!-- test: run -->\n```console\n$ ./streamfleet validate nowhere.yaml\n```"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("nowhere.yaml");
        assertThatThrownBy(() -> run("<!-- test: run -->\n```console\n$ ./streamfleet --version\nstreamfleet 99\n```"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("streamfleet 99");
    }

    private static void run(String page) {
        PageRun run = new PageRun("page", Project.scratch("page-of-a-test"));
        Block.of(page).forEach(run::check);
    }
}
