package io.streamfleet.stacks;

import io.streamfleet.stacks.nodes.Apply;
import io.streamfleet.stacks.nodes.WantedFleet;
import io.streamfleet.streammanager.StreamManagerClient;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Brings a Stream Manager to what a description says of its nodes. */
@Command(
        name = "apply",
        description = {
            "Bring the Stream Managers to what a description says of their nodes.",
            "Reads what is there, prints what differs, creates or updates that and nothing else, launches the first"
                    + " origin, and waits until every role is in service at its minimum. A second run changes nothing;"
                    + " after an interruption, it goes on.",
            "What is printed to stdout is what is changed; progress goes to stderr."
        },
        exitCodeList = {"0:fine", "1:refused or failed; what was done before is said", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  export STREAMFLEET_TOKEN=...   # rest.administratorToken",
            "  streamfleet nodes apply live.yaml --endpoint https://live.example.com --dry-run",
            "  streamfleet nodes apply live.yaml --endpoint https://live.example.com --wait 30m"
        })
final class NodesApplyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DescriptionFile description;

    @Mixin
    private StreamManagerOptions manager;

    @Option(names = "--dry-run", description = "Print what differs, and change nothing.")
    private boolean isDryRun;

    @Option(
            names = "--adopt",
            description = "Take over documents of the same name that were not made from this description.")
    private boolean adopts;

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            defaultValue = "15m",
            converter = StreamManagerOptions.Time.class,
            description = "How long to wait until the nodes are in service; 0s: not at all. Default: ${DEFAULT-VALUE}.")
    private Duration longest;

    @Override
    public Integer call() {
        WantedFleet wanted = WantedFleet.of(description.read());
        StreamManagerClient client = manager.client(wanted.version());
        Apply apply = new Apply(client, wanted, spec.commandLine().getOut(), manager::say);
        if (isDryRun) {
            apply.look(adopts);
        } else {
            apply.run(adopts, manager.waits(client, longest));
        }
        return 0;
    }
}
