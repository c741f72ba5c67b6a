package io.streamfleet.stacks;

import io.streamfleet.stacks.nodes.Drain;
import io.streamfleet.streammanager.ApiVersion;
import io.streamfleet.streammanager.StreamManagerClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Drains edges. */
@Command(
        name = "drain",
        description = {
            "Drain edges, so that each ends with its last client.",
            "They get no new clients, and the Stream Managers launch others in their place. Waits until they are gone."
                    + " API 4.0 alone; other roles cannot be drained."
        },
        exitCodeList = {"0:fine", "1:refused or failed; what was done before is said", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  streamfleet nodes drain 10.20.1.17 10.20.2.9 --endpoint https://live.example.com",
            "  streamfleet nodes drain 10.20.1.17 --endpoint https://live.example.com --wait 4h"
        })
final class NodesDrainCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "NODE",
            description = "Addresses or names of edges, as nodes status tells them.")
    private List<String> nodes;

    @Mixin
    private StreamManagerOptions manager;

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            defaultValue = "1h",
            converter = StreamManagerOptions.Time.class,
            description = "How long to wait until they are gone; 0s: not at all. Default: ${DEFAULT-VALUE}.")
    private Duration longest;

    @Override
    public Integer call() {
        StreamManagerClient client = manager.client(ApiVersion.V4_0);
        new Drain(client, manager::say).run(nodes, manager.waits(client, longest));
        return 0;
    }
}
