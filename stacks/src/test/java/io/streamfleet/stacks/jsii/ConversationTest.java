package io.streamfleet.stacks.jsii;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import org.junit.jupiter.api.Test;

class ConversationTest {
    private static final String CREATE =
            "{\"fqn\":\"cdktf.App\",\"args\":[],\"overrides\":[],\"interfaces\":[],\"api\":\"create\"}";
    private static final String STATS = "{\"api\":\"stats\"}";

    private final StringWriter sent = new StringWriter();

    @Test
    void readLine_foreseen_readsNothing_andWritesWhatItTook() throws IOException {
        Conversation conversation = conversation("first\nsecond\n");
        Writer questions = conversation.questions();
        BufferedReader answers = conversation.answers();

        questions.write(CREATE + "\n");
        String foreseen = answers.readLine();
        questions.write(STATS + "\n");

        assertThat(foreseen).isEqualTo("{\"ok\":{\"$jsii.byref\":\"cdktf.App@10000\"}}");
        assertThat(answers.readLine()).isEqualTo("first");
        assertThat(answers.readLine()).isEqualTo("second");
        assertThat(answers.readLine()).isNull();
        assertThat(sent).hasToString("=" + foreseen + "\t" + CREATE + "\n" + STATS + "\n");
    }

    @Test
    void write_namesOfAModuleAskedForBefore_writesNothing() throws IOException {
        String naming = "{\"api\":\"naming\",\"assembly\":\"constructs\"}\n";
        Conversation conversation = conversation("{\"ok\":{\"naming\":{}}}\nanother\n");

        conversation.questions().write(naming);
        String first = conversation.answers().readLine();
        conversation.questions().write(naming);

        assertThat(conversation.answers().readLine()).isEqualTo(first).isEqualTo("{\"ok\":{\"naming\":{}}}");
        assertThat(sent).hasToString(naming);
    }

    private Conversation conversation(String answers) {
        return new Conversation(sent, new BufferedReader(new StringReader(answers)));
    }
}
