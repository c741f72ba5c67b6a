package io.streamfleet.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hashicorp.cdktf.providers.google.compute_network.ComputeNetwork;
import com.hashicorp.cdktf.providers.google.compute_subnetwork.ComputeSubnetwork;
import io.streamfleet.terraform.Synth;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.constructs.Construct;

/** Tests what the other tests read by. */
class GoogleSynthTest {
    @Test
    void of_references_arePathsBelowTheStack() {
        Synth synth = GoogleSynth.of(stack -> {
            var network = ComputeNetwork.Builder.create(new Construct(stack, "Network"), "Main")
                    .name("live")
                    .build();
            ComputeSubnetwork.Builder.create(stack, "Network_Main")
                    .name("live")
                    .network(network.getId())
                    .dependsOn(List.of(network))
                    .build();
        });

        assertThat(synth.all("google_compute_network")).containsOnlyKeys("Network/Main");
        assertThat(synth.only("google_compute_subnetwork")).isEqualTo(Synth.json("""
                        {"name": "live", "network": "${google_compute_network.Network/Main.id}",
                         "depends_on": ["google_compute_network.Network/Main"]}"""));
        assertThat(synth.json().at("/provider/google")).isEqualTo(Synth.json("[{\"project\": \"a-project\"}]"));
    }

    @Test
    void fails_resource_thatIsNotThere() {
        Synth synth = GoogleSynth.of(stack -> {});

        assertThatThrownBy(() -> synth.resource("google_compute_network", "Network"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("google_compute_network Network: not there, but []");
    }
}
