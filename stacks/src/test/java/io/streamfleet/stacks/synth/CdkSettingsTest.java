package io.streamfleet.stacks.synth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CdkSettingsTest {
    @Test
    void flags_ofTheApp_areThoseOfTheProjectsCdkJson() throws IOException {
        JsonNode file = new ObjectMapper().readTree(Path.of("..", "cdk.json").toFile());

        assertThat(new ObjectMapper().<JsonNode>valueToTree(CdkSettings.flags()))
                .isEqualTo(file.path("context"));
    }

    @Test
    void settings_forBothWaysToSynthesise_addNothingOfTheMachine() throws IOException {
        JsonNode file = new ObjectMapper().readTree(Path.of("..", "cdk.json").toFile());

        assertThat(file.path("versionReporting").asBoolean(true)).isFalse();
        assertThat(file.path("pathMetadata").asBoolean(true)).isFalse();
        assertThat(file.path("assetMetadata").asBoolean(true)).isFalse();
        assertThat(CdkSettings.context())
                .containsEntry("@aws-cdk/core:validateAgainstDefaultRules", true)
                .containsAllEntriesOf(CdkSettings.underCdk());
    }

    @Test
    void flags_inTheFile_areNoneThatTheCdkReservesForItself() {
        assertThat(CdkSettings.flags().keySet()).noneMatch(key -> key.startsWith("aws:"));
    }
}
