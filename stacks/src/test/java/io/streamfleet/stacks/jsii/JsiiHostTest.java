package io.streamfleet.stacks.jsii;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Speaks with jsii's program as jsii does. */
class JsiiHostTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void run_questions_areAnsweredByOneProcessUntilTheyEnd() throws Exception {
        JsiiHost.write(folder.resolve("jsii"));
        Process process = new ProcessBuilder(folder.resolve("jsii/run").toString()).start();

        try (BufferedReader answers = process.inputReader(UTF_8)) {
            assertThat(answers.readLine()).startsWith("{\"hello\":\"@jsii/runtime@1.");
            ask(process, "{\"api\":\"stats\"}");
            assertThat(answers.readLine()).isEqualTo("{\"ok\":{\"objectCount\":0}}");
            assertThat(process.children()).isEmpty();
            process.outputWriter(UTF_8).close();

            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void run_whatLibrariesPrint_isWrappedOnStandardError() throws Exception {
        JsiiHost.write(folder.resolve("jsii"));
        Path library = Files.writeString(
                folder.resolve("library.js"),
                "setImmediate(() => { console.log('to stdout, ä'); console.error('to stderr'); });\n");
        ProcessBuilder builder = new ProcessBuilder(folder.resolve("jsii/run").toString());
        builder.environment().put("NODE_OPTIONS", "--require=" + library);
        Process process = builder.start();

        ask(process, "{\"api\":\"stats\"}");
        ask(process, "{\"exit\":0}");

        try (BufferedReader answers = process.inputReader(UTF_8);
                BufferedReader said = process.errorReader(UTF_8)) {
            assertThat(answers.lines())
                    .hasSize(2)
                    .allMatch(line -> line.startsWith("{\"hello\"") || line.startsWith("{\"ok\""));
            assertThat(said.lines().map(JsiiHostTest::decoded))
                    .containsExactly("stdout: to stdout, ä\n", "stderr: to stderr\n");
        }
    }

    @Test
    void fails_overAFileOfThatName() throws IOException {
        Path file = Files.writeString(folder.resolve("jsii"), "mine");

        assertThatThrownBy(() -> JsiiHost.write(file)).isInstanceOf(UncheckedIOException.class);

        assertThat(file).hasContent("mine");
    }

    private static void ask(Process process, String question) throws IOException {
        process.outputWriter(UTF_8).write(question + "\n");
        process.outputWriter(UTF_8).flush();
    }

    private static String decoded(String line) {
        try {
            JsonNode said = JSON.readTree(line);
            String stream = said.fieldNames().next();
            return stream + ": "
                    + new String(Base64.getDecoder().decode(said.get(stream).asText()), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }
}
