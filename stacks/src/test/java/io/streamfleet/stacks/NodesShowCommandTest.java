package io.streamfleet.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NodesShowCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    /** The same documents, wherever someone takes them from. */
    @Test
    void documents_ofEveryShippedDescriptionForAws_areTheSameInFilesTemplateAndShow() throws IOException {
        List<Path> specs = Specs.aws().toList();
        List<String> arguments = new ArrayList<>(List.of("synth", "-o", folder.toString()));
        specs.forEach(file -> arguments.add(file.toString()));
        assertThat(Run.of(arguments.toArray(String[]::new)).status()).isZero();

        for (Path file : specs) {
            JsonNode shown = JSON.readTree(
                    Run.of("nodes", "show", file.toString(), "--json").out());
            String name = Run.of("validate", file.toString())
                    .out()
                    .replaceFirst(".*: (\\S+) is fine", "$1")
                    .strip();
            StringBuilder files = new StringBuilder();
            for (String document : List.of("scalepolicy", "launchconfig", "nodegroup")) {
                String text =
                        Files.readString(folder.resolve("nodes").resolve(name).resolve(document + ".json"));
                assertThat(JSON.readTree(text)).as(name + " " + document).isEqualTo(shown.path(document));
                files.append(document).append('\n').append(text);
            }
            assertThat(Run.of("nodes", "show", file.toString()).out()).isEqualTo(files.toString());
            assertThat(parameters(name))
                    .as("parameters of " + name)
                    .containsExactlyInAnyOrder(
                            shown.path("scalepolicy").toString(),
                            shown.path("launchconfig").toString(),
                            shown.path("nodegroup").toString());
        }
    }

    /** The texts of the stack's parameters that hold documents of nodes. */
    private List<String> parameters(String name) throws IOException {
        JsonNode template = JSON.readTree(
                folder.resolve("cdk.out/" + name + ".template.json").toFile());
        return StreamSupport.stream(template.path("Resources").spliterator(), false)
                .filter(resource -> resource.path("Type").asText().equals("AWS::SSM::Parameter"))
                .map(resource -> resource.path("Properties").path("Value").asText())
                .filter(text -> text.startsWith("{\"policy\"")
                        || text.startsWith("{\"launchconfig\"")
                        || text.startsWith("{\"regions\""))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("io.streamfleet.stacks.Specs#shipped")
    void show_ofEachShippedDescription_namesTheThreeDocumentsInOrder(Path file) {
        Run run = Run.of("nodes", "show", file.toString());

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().filter(line -> line.matches("[a-z]+")))
                .containsExactly("scalepolicy", "launchconfig", "nodegroup");
    }

    @Test
    void fails_nodesAlone_withStatusTwoAndItsCommands() {
        Run run = Run.of("nodes");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("streamfleet: which command of nodes? show, apply, status, drain, delete")
                .contains("streamfleet: try 'streamfleet nodes --help'");
    }

    @Test
    void fails_showOfARefusedDescription_saysWhatIsWrong() throws IOException {
        Path bad = folder.resolve("bad.yaml");
        Files.writeString(
                bad,
                Files.readString(Specs.shipped("red5-aws"))
                        .replace("origin:     { min: 2, max: 10", "origin:     { min: 2, max: 1"));

        Run run = Run.of("nodes", "show", bad.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("nodes.roles.origin.max: got 1, must be at least min (2); raise max or lower min (" + bad);
    }
}
