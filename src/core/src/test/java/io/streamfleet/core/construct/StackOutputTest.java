package io.streamfleet.core.construct;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StackOutputTest {
    @Test
    void output_name_isThatOfTerraformAndOfCloudFormation() {
        var output = StackOutput.entryAddress("Address of the public gateway", "203.0.113.7");

        assertThat(output.name()).isEqualTo("entry_address");
        assertThat(output.pascalName()).isEqualTo("EntryAddress");
    }
}
