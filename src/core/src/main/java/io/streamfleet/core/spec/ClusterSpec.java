package io.streamfleet.core.spec;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Default;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Example;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.On;
import io.streamfleet.core.shape.Selected;
import io.streamfleet.core.value.Texts;
import java.util.Map;
import java.util.Optional;

/** Describes one deployment: a product, on a cloud. */
@Doc("One deployment: a streaming product on a cloud.")
public record ClusterSpec(
        @Doc("The deployment's name, and its stack's.")
        @Matches(value = Texts.NAME, is = Texts.NAME_IS)
        @Example("live")
        String name,

        @Selected(by = "product", inline = true) Product product,
        @Selected(by = "cloud", inline = false) CloudBlock cloud,

        @Doc("Host name under which clients reach the deployment.")
        @Matches(value = Texts.HOST, is = Texts.HOST_IS)
        @Example("live.example.com")
        String domain,

        @Doc("Whether servers carry WebRTC sessions: then no server is ever removed by load.") @Default("true")
        boolean webrtc,

        @Doc(
                "Deletion protection of load balancer, database and addresses, and on Google Cloud and Azure of groups of servers.")
        @Default("true")
        boolean protect,

        @Doc("Tags of every resource that takes them (labels on Google Cloud).")
        @Default("{}")
        @Matches(
                value = Texts.TAG,
                is = Texts.TAG_IS,
                keys = "[A-Za-z0-9_.:/=+@-]{1,127}",
                keysAre = "1 to 127 letters, digits and _.:/=+@-")
        Map<String, String> tags,

        @Doc("Where the entry's certificate comes from.")
        @Example(
                value =
                        "{certificate: \"arn:aws:acm:us-east-1:111122223333:certificate/0f0e0d0c-0000-4000-8000-000000000000\"}",
                google = "{managed: {}}",
                azure = "{keyVaultSecret: \"https://live-vault.vault.azure.net/secrets/live-example-com\"}")
        Tls tls,

        @Doc("The zone of the domain. Default: an output says which record to create.")
        Optional<Dns> dns,

        @Doc("Where Terraform keeps the state. Default: local, a file beside the output folder.")
        @On({Cloud.GOOGLE, Cloud.AZURE})
        Optional<Backend> backend) {
    public ClusterSpec {
        tags = Copies.of(tags);
        new Check(ClusterSpec.class, name, product, cloud, domain, webrtc, protect, tags, tls, dns, backend).orThrow();
    }
}
