package io.streamfleet.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompletionCommandTest {
    @Test
    void completion_ofAllCommands_isAScriptForBashAndZsh() {
        Run run = Run.of("completion");

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("#!/usr/bin/env bash")
                .contains("complete -F _complete_streamfleet")
                .contains("completion")
                .doesNotContain("warm-up");
    }
}
