package io.streamfleet.google;

import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.google.provider.GoogleProvider;
import io.streamfleet.terraform.Synth;
import java.util.function.Consumer;

/** Reads the Terraform JSON of stacks in the project {@code a-project}. */
final class GoogleSynth {
    private GoogleSynth() {}

    static Synth of(Consumer<TerraformStack> content) {
        return Synth.of(
                stack -> GoogleProvider.Builder.create(stack, "Google")
                        .project("a-project")
                        .build(),
                content);
    }
}
