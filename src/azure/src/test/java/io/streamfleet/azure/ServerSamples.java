package io.streamfleet.azure;

import com.hashicorp.cdktf.TerraformStack;
import io.streamfleet.core.spec.Group;
import io.streamfleet.core.value.Cidr;
import java.util.List;
import java.util.Map;

/** Parts that tests of servers and databases stand on. */
final class ServerSamples {
    static final Place PLACE = new Place("red5", "eastus", Map.of("team", "video"));
    static final String IMAGE = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/red5/providers/"
            + "Microsoft.Compute/images/sm-11";
    static final String SSH_KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f operator";

    private ServerSamples() {}

    static Network network(TerraformStack stack) {
        return new Network(
                stack,
                "Network",
                NetworkProps.builder()
                        .prefix("live")
                        .place(PLACE)
                        .cidr(Cidr.parse("10.30.0.0/16"))
                        .gatewaySubnet(Cidr.parse("10.30.0.0/24"))
                        .serverSubnet(Cidr.parse("10.30.16.0/20"))
                        .databaseSubnet(Cidr.parse("10.30.32.0/24"))
                        .zones(List.of("1", "2", "3"))
                        .build());
    }

    static ServerTemplatePropsBuilder template(INetwork network) {
        return ServerTemplateProps.builder()
                .name("live-stream-manager")
                .place(PLACE)
                .network(network)
                .image(ServerImage.fromId(IMAGE))
                .vmSize("Standard_D2s_v5")
                .sshKey(SSH_KEY);
    }

    static ServerGroupPropsBuilder group(TerraformStack stack, ServerTemplateProps template) {
        return ServerGroupProps.builder()
                .template(new ServerTemplate(stack, "ServerTemplate", template))
                .zones(List.of("1", "2", "3"))
                .size(new Group(2, 6))
                .port(5080);
    }
}
