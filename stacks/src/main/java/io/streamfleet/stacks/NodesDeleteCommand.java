package io.streamfleet.stacks;

import io.streamfleet.stacks.nodes.Delete;
import io.streamfleet.stacks.nodes.Waits;
import io.streamfleet.stacks.nodes.WantedFleet;
import io.streamfleet.stacks.refusal.Refusal;
import io.streamfleet.streammanager.StreamManagerClient;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Deletes a fleet from a Stream Manager. */
@Command(
        name = "delete",
        description = {
            "Delete a description's nodes: the group with all its nodes, then its documents.",
            "Streams on them end at once: drain edges first. Asks before it begins; waits until all is gone."
        },
        exitCodeList = {"0:fine", "1:refused or failed; what was done before is said", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  streamfleet nodes delete live.yaml --endpoint https://live.example.com",
            "  streamfleet nodes delete live.yaml --endpoint https://live.example.com --yes --wait 30m"
        })
final class NodesDeleteCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DescriptionFile description;

    @Mixin
    private StreamManagerOptions manager;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean isSure;

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            defaultValue = "15m",
            converter = StreamManagerOptions.Time.class,
            description = "How long its nodes may take to end, at least 1s. Default: ${DEFAULT-VALUE}.")
    private Duration longest;

    @Override
    public Integer call() {
        WantedFleet wanted = WantedFleet.of(description.read());
        StreamManagerClient client = manager.client(wanted.version());
        Waits waits = manager.waits(client, longest)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--wait: got 0s, must be at least 1s: documents go after the nodes"));
        Delete delete = new Delete(client, wanted, manager::say);
        List<String> all = delete.look();
        if (all.isEmpty()) {
            manager.say("nothing of " + wanted.name() + " is there");
            return 0;
        }
        PrintWriter out = spec.commandLine().getOut();
        all.forEach(each -> out.println("delete " + each));
        out.flush();
        if (!isSure) {
            confirm(wanted.name());
        }
        delete.run(waits);
        return 0;
    }

    private void confirm(String name) {
        Console console = System.console();
        if (console == null) {
            throw new ParameterException(
                    spec.commandLine(), "there is nobody to ask; where you are sure, say so: --yes");
        }
        manager.say("streams on these nodes end. Type " + name + " to delete them:");
        if (!name.equals(console.readLine())) {
            throw new Refusal("not deleted");
        }
    }
}
