package io.streamfleet.stacks.jsii;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.jsii.JsiiModule;

/** Asks jsii's program, and does not wait for all answers. */
class ForeseenQuestionTest {
    private static final String STATS = "{\"api\":\"stats\"}";
    private static final String ROOT = create("constructs.RootConstruct", "\"Root\"");

    @TempDir
    private Path folder;

    private Process process;
    private BufferedWriter questions;
    private BufferedReader answers;

    @BeforeEach
    void start() throws IOException {
        JsiiHost.write(folder.resolve("jsii"));
        process = new ProcessBuilder(folder.resolve("jsii/run").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        questions = process.outputWriter(UTF_8);
        answers = process.inputReader(UTF_8);
        assertThat(answers.readLine()).startsWith("{\"hello\"");
        JsiiModule constructs = new software.constructs.$Module();
        Path bundle = folder.resolve("constructs.tgz");
        try (InputStream in = constructs.getModuleClass().getResourceAsStream(constructs.getBundleResourceName())) {
            Files.copy(in, bundle);
        }
        ask("{\"api\":\"load\",\"tarball\":\"" + bundle + "\",\"name\":\"constructs\",\"version\":\""
                + constructs.getModuleVersion() + "\"}");
        assertThat(answers.readLine()).startsWith("{\"ok\"");
    }

    @AfterEach
    void end() throws Exception {
        questions.close();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        answers.close();
    }

    @Test
    void answer_asForeseen_isNotSent() throws IOException {
        ask("={\"ok\":{\"$jsii.byref\":\"constructs.RootConstruct@10000\"}}\t" + ROOT);
        ask(STATS);

        assertThat(answers.readLine()).isEqualTo("{\"ok\":{\"objectCount\":1}}");
    }

    @Test
    void answer_another_isThatOfTheNextQuestionThatIsWaitedFor_andNoMoreIsDone() throws IOException {
        ask("={\"ok\":{\"$jsii.byref\":\"constructs.RootConstruct@10007\"}}\t" + ROOT);
        ask("={\"ok\":{\"$jsii.byref\":\"constructs.RootConstruct@10008\"}}\t" + ROOT);
        ask(STATS);
        ask(STATS);

        assertThat(answers.readLine())
                .isEqualTo(answers.readLine())
                .startsWith("{\"error\":\"jsii answered {")
                .contains("constructs.RootConstruct@10000", "constructs.RootConstruct@10007")
                .endsWith("\"name\":\"@jsii/kernel.Fault\"}");
    }

    @Test
    void answer_anError_isThatOfTheNextQuestionThatIsWaitedFor() throws IOException {
        ask(ROOT);
        ask("={\"ok\":{\"$jsii.byref\":\"constructs.Construct@10001\"}}\t" + child("Same"));
        ask("={\"ok\":{\"$jsii.byref\":\"constructs.Construct@10002\"}}\t" + child("Same"));
        ask(STATS);

        assertThat(answers.readLine()).isEqualTo("{\"ok\":{\"$jsii.byref\":\"constructs.RootConstruct@10000\"}}");
        assertThat(answers.readLine())
                .startsWith("{\"error\":\"There is already a Construct with name 'Same' in RootConstruct [Root]\"");
    }

    @Test
    void name_thatStandsForAnother_isPutInItsPlace() throws IOException {
        String alias = "foreseen9d1c6b2f47e05a38_0_";
        ask(ROOT);
        ask(get("constructs.RootConstruct@10000", "node"));
        ask("@" + alias + "\t" + get("constructs.Node@10001", "id"));
        ask(child(alias + " and foreseen9d1c6b2f47e05a38_1_, ä"));
        ask(get("constructs.Construct@10002", "node"));
        ask(get("constructs.Node@10003", "id"));

        for (int objects = 0; objects < 4; objects++) {
            assertThat(answers.readLine()).startsWith("{\"ok\"");
        }
        assertThat(answers.readLine()).isEqualTo("{\"ok\":{\"value\":\"Root and foreseen9d1c6b2f47e05a38_1_, ä\"}}");
    }

    @Test
    void token_thatIsNone_isRefused() throws IOException {
        ask(ROOT);
        ask(get("constructs.RootConstruct@10000", "node"));
        ask("$foreseen9d1c6b2f47e05a38_0_\t" + get("constructs.Node@10001", "id"));
        ask(STATS);

        answers.readLine();
        answers.readLine();
        assertThat(answers.readLine())
                .startsWith("{\"error\":\"jsii answered {")
                .contains("Root", "$foreseen9d1c");
    }

    @Test
    void callOfJava_byWhatIsNotWaitedFor_isRefused() throws IOException {
        ask(ROOT);
        ask(get("constructs.RootConstruct@10000", "node"));
        ask("{\"fqn\":\"Object\",\"args\":[],\"overrides\":[{\"method\":\"validate\",\"cookie\":\"validate\"}],"
                + "\"interfaces\":[\"constructs.IValidation\"],\"api\":\"create\"}");
        ask("={\"ok\":{}}\t" + invoke("constructs.Node@10001", "addValidation", "{\"$jsii.byref\":\"Object@10002\"}"));
        ask("={\"ok\":{}}\t" + invoke("constructs.Node@10001", "validate", ""));
        ask(STATS);

        answers.readLine();
        answers.readLine();
        answers.readLine();
        assertThat(answers.readLine()).startsWith("{\"error\":\"Java was called by what it did not wait for\"");
    }

    @Test
    void line_largerThanWhatIsReadAtOnce_isWhole() throws IOException {
        String id = "i".repeat(3_000_000);
        ask(ROOT);
        ask("={\"ok\":{\"$jsii.byref\":\"constructs.Construct@10001\"}}\t" + child(id));
        ask(get("constructs.Construct@10001", "node"));
        ask(get("constructs.Node@10002", "id"));

        answers.readLine();
        answers.readLine();
        assertThat(answers.readLine()).isEqualTo("{\"ok\":{\"value\":\"" + id + "\"}}");
    }

    private void ask(String question) throws IOException {
        questions.write(question + "\n");
        questions.flush();
    }

    private static String child(String id) {
        return create("constructs.Construct", "{\"$jsii.byref\":\"constructs.RootConstruct@10000\"},\"" + id + "\"");
    }

    private static String create(String type, String arguments) {
        return "{\"fqn\":\"" + type + "\",\"args\":[" + arguments
                + "],\"overrides\":[],\"interfaces\":[],\"api\":\"create\"}";
    }

    private static String get(String object, String property) {
        return "{\"api\":\"get\",\"objref\":{\"$jsii.byref\":\"" + object + "\"},\"property\":\"" + property + "\"}";
    }

    private static String invoke(String object, String method, String arguments) {
        return "{\"api\":\"invoke\",\"objref\":{\"$jsii.byref\":\"" + object + "\"},\"method\":\"" + method
                + "\",\"args\":[" + arguments + "]}";
    }
}
