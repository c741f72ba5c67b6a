package io.streamfleet.azure;

import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.azurerm.provider.AzurermProvider;
import com.hashicorp.cdktf.providers.azurerm.provider.AzurermProviderFeatures;
import com.hashicorp.cdktf.providers.time.provider.TimeProvider;
import io.streamfleet.terraform.Synth;
import java.util.List;
import java.util.function.Consumer;

/** Reads the Terraform JSON of stacks with Azure's providers. */
final class AzureSynth {
    private AzureSynth() {}

    static Synth of(Consumer<TerraformStack> content) {
        return Synth.of(AzureSynth::providers, content);
    }

    private static void providers(TerraformStack stack) {
        AzurermProvider.Builder.create(stack, "Azure")
                .features(List.of(AzurermProviderFeatures.builder().build()))
                .build();
        TimeProvider.Builder.create(stack, "Time").build();
    }
}
