package io.streamfleet.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChecklistCommandTest {
    @Test
    void checklist_ofADescription_namesItInItsCommands() {
        String file = Specs.shipped("red5-aws").toString();

        Run run = Run.of("checklist", file);

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("live: Red5 Pro on AWS, us-east-1\n")
                .contains("npx cdk deploy -c spec=" + file);
    }

    @Test
    void fails_missingDescription_withStatusOne() {
        assertThat(Run.of("checklist", "nowhere.yaml").status()).isEqualTo(1);
    }
}
