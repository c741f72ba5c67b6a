package io.streamfleet.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MainTest {
    private final ByteArrayOutputStream words = new ByteArrayOutputStream();

    /** A stream whose every write fails. */
    private static StandardStream failing(String why) {
        return new StandardStream(new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException(why);
            }
        });
    }

    private int run(StandardStream results, String... arguments) {
        return Main.run(results, new StandardStream(words), arguments);
    }

    @Test
    void run_withStreamsThatWork_writesUtf8() {
        ByteArrayOutputStream results = new ByteArrayOutputStream();

        assertThat(run(new StandardStream(results), "validate", "straße.yaml")).isEqualTo(1);
        assertThat(run(new StandardStream(results), "--version")).isZero();

        assertThat(words.toString(StandardCharsets.UTF_8)).contains("(straße.yaml)");
        assertThat(results.toString(StandardCharsets.UTF_8)).startsWith("streamfleet ");
    }

    @Test
    void fails_resultThatCannotBeWritten_withStatusOneAndTheReason() {
        assertThat(run(failing("No space left on device"), "schema")).isEqualTo(1);
        assertThat(words)
                .hasToString("streamfleet: the result could not be written to stdout: No space left on device\n");
    }

    @Test
    void run_whoseReaderWantsNoMore_endsQuietly() {
        assertThat(run(failing("Broken pipe"), "schema")).isZero();
        assertThat(words.size()).isZero();
    }

    @Test
    void fails_wrongUsage_withStatusTwoAlsoWhereNothingCanBeWritten() {
        assertThat(Main.run(failing("No space left on device"), failing("No space left on device"), "plan"))
                .isEqualTo(2);
    }
}
