package io.streamfleet.google;

import com.hashicorp.cdktf.TerraformStack;
import io.streamfleet.core.spec.Group;
import io.streamfleet.core.value.Cidr;
import java.util.Map;

/** Parts that tests of other parts stand on. */
final class ServerSamples {
    static final String REGION = "us-central1";

    private ServerSamples() {}

    /** A created network in one region. */
    static Network network(TerraformStack stack) {
        return new Network(
                stack,
                "Network",
                NetworkProps.builder()
                        .name("live")
                        .subnetworks(Map.of(REGION, Cidr.parse("10.20.0.0/20")))
                        .build());
    }

    static ServerTemplatePropsBuilder template(INetwork network) {
        return ServerTemplateProps.builder()
                .name("live-stream-manager")
                .network(network)
                .region(REGION)
                .image(ServerImage.fromName("sm-11"))
                .machineType("n1-standard-2");
    }

    static ServerGroupPropsBuilder group(TerraformStack stack) {
        INetwork network = network(stack);
        return ServerGroupProps.builder()
                .name("live-stream-manager")
                .network(network)
                .template(new ServerTemplate(
                        stack, "ServerTemplate", template(network).build()))
                .size(new Group(2, 6))
                .port(5080)
                .healingCheck(new HealingCheck(
                        stack,
                        "HealingCheck",
                        HealingCheckProps.builder()
                                .name("live-stream-manager-healing")
                                .port(5079)
                                .build()));
    }
}
