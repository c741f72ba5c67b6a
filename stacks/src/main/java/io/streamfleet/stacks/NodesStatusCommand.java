package io.streamfleet.stacks;

import io.streamfleet.stacks.nodes.FleetStatus;
import io.streamfleet.stacks.nodes.WantedFleet;
import io.streamfleet.streammanager.StreamManagerClient;
import io.streamfleet.streammanager.StreamManagerException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what a Stream Manager has of a fleet. */
@Command(
        name = "status",
        description = {
            "Tell what the Stream Managers have of a description's nodes.",
            "How many of each role, every node, and what differs from the description. Changes nothing."
                    + " The exit status is 1 while a role is below its minimum."
        },
        exitCodeList = {"0:every role is in service", "1:not all are, or refused or failed", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  streamfleet nodes status live.yaml --endpoint https://live.example.com",
            "  streamfleet nodes status live.yaml --endpoint https://live.example.com --watch",
            "  streamfleet nodes status live.yaml --endpoint https://live.example.com --json | jq .roles"
        })
final class NodesStatusCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DescriptionFile description;

    @Mixin
    private StreamManagerOptions manager;

    @Option(names = "--json", description = "Print JSON, for programs.")
    private boolean json;

    @Option(names = "--watch", description = "Tell again as often as --poll says, until interrupted.")
    private boolean watches;

    @Override
    public Integer call() {
        WantedFleet wanted = WantedFleet.of(description.read());
        StreamManagerClient client = manager.client(wanted.version());
        if (watches) {
            return watch(client, wanted);
        }
        FleetStatus status = FleetStatus.read(client, wanted);
        print(status);
        return status.isInService() ? 0 : 1;
    }

    /** Without a look that succeeds, the next one is tried: Stream Managers restart. */
    private int watch(StreamManagerClient client, WantedFleet wanted) {
        while (true) {
            try {
                print(FleetStatus.read(client, wanted));
                if (spec.commandLine().getOut().checkError()) {
                    // Nobody reads on, as after | head.
                    return 0;
                }
            } catch (StreamManagerException e) {
                if (Thread.currentThread().isInterrupted()) {
                    return 0;
                }
                if (!e.isPassing()) {
                    throw e;
                }
                manager.say(e.getMessage());
            }
            try {
                client.settings().pause().sleep(manager.poll());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return 0;
            }
        }
    }

    private void print(FleetStatus status) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? Json.print(status.json()) : status.text(Words.heading(spec)));
        out.flush();
    }
}
