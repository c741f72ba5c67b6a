package io.streamfleet.stacks.checklist;

import java.util.Optional;

/** What the clouds that are deployed to by Terraform have in common. */
interface TerraformItems extends CloudItems {
    /** Returns a command of gcloud for the project in which a bucket of Google's for the state would be made. */
    String gcloud(String rest);

    @Override
    default Optional<Item> state() {
        return Optional.of(TerraformState.item(subject().plan(), this::gcloud));
    }

    @Override
    default String run(String verb) {
        return "STREAMFLEET_SPEC=" + subject().file() + " npx cdktf " + verb + " "
                + subject().name();
    }

    @Override
    default String record() {
        return "an A record";
    }
}
