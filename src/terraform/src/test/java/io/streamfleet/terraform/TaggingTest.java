package io.streamfleet.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TaggingTest {
    @Test
    void of_marks_areSorted() {
        var marks = new LinkedHashMap<String, String>();
        marks.put("team", "video");
        marks.put("cost-centre", "");

        assertThat(Tagging.GOOGLE.of(marks)).containsExactly(Map.entry("cost-centre", ""), Map.entry("team", "video"));
    }

    @Test
    void of_textThatTerraformWouldEvaluate_isEscaped() {
        assertThat(Tagging.AZURE.of(Map.of("Owner", "${var.x}"))).containsEntry("Owner", "$${var.x}");
    }

    @Test
    void fails_google_everyFaultAtOnce() {
        assertThatThrownBy(() -> Tagging.GOOGLE.of(Map.of("Team", "video", "env", "Prod", "ok", "a".repeat(64))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "label 'Team': the key must be small letters, digits, _ and -, begin with a letter and have at"
                                + " most 63 characters\n"
                                + "label env: got 'Prod', must be small letters, digits, _ and -,"
                                + " at most 63 characters\n"
                                + "label ok: got '" + "a".repeat(64)
                                + "', must be small letters, digits, _ and -, at most 63 characters");
    }

    @Test
    void fails_google_tooMany() {
        Map<String, String> marks =
                IntStream.range(0, 65).boxed().collect(Collectors.toMap(number -> "k" + number, number -> "v"));

        assertThatThrownBy(() -> Tagging.GOOGLE.of(marks)).hasMessage("labels: got 65, must be at most 64");
    }

    @Test
    void fails_azure_everyFaultAtOnce() {
        assertThatThrownBy(() -> Tagging.AZURE.of(
                        Map.of("a/b", "x", "Team", "x", "team", "x", "windows-x", "x", "z", "v".repeat(257))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tag 'a/b': the key must have 1 to 512 characters, and none of < > % & \\ ? /\n"
                        + "tag team: is there twice, in another case\n"
                        + "tag 'windows-x': Azure keeps keys that begin with azure, microsoft or windows to itself\n"
                        + "tag z: got 257 characters, must be at most 256");
    }
}
