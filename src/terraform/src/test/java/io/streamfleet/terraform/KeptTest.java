package io.streamfleet.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.google.compute_global_address.ComputeGlobalAddress;
import com.hashicorp.cdktf.providers.google.provider.GoogleProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.constructs.Construct;

class KeptTest {
    private static final String TYPE = "google_compute_global_address";

    @Test
    void keep_ofTwo_letsGoOfEachByTheNameThatItHad() {
        List<String> names = new ArrayList<>();
        synth(stack -> {
            names.add(address(new Construct(stack, "Entry"), "Address"));
            names.add(address(stack, "Other"));
        });

        JsonNode json = synth(stack -> {
            Kept.keep(new Construct(stack, "Entry"), "Address", TYPE);
            Kept.keep(stack, "Other", TYPE);
        });

        assertThat(json.has("resource")).isFalse();
        assertThat(json.get("removed")).isEqualTo(Synth.json("""
                        [{"from": "%s", "lifecycle": {"destroy": false}},
                         {"from": "%s", "lifecycle": {"destroy": false}}]""".formatted(names.toArray())));
    }

    private static JsonNode synth(Consumer<TerraformStack> content) {
        return Synth.of(
                        stack -> GoogleProvider.Builder.create(stack, "Google")
                                .project("p")
                                .build(),
                        content)
                .json();
    }

    private static String address(Construct scope, String id) {
        return TYPE + "."
                + ComputeGlobalAddress.Builder.create(scope, id)
                        .name("live")
                        .build()
                        .getFriendlyUniqueId();
    }
}
