package io.streamfleet.stacks;

import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.stacks.show.PlanJson;
import io.streamfleet.stacks.show.PlanText;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what a description comes to, before any cloud is asked. */
@Command(
        name = "plan",
        description = {
            "Show what a description comes to, before anything is built.",
            "Servers and how they scale, who may connect to whom, the database, the nodes, the boot files' sizes,"
                    + " and what costs money. Writes nothing, asks no cloud."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  streamfleet plan live.yaml",
            "  streamfleet plan live.yaml --json | jq '.flows[] | select(.from == \"internet\")'"
        })
final class PlanCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DescriptionFile description;

    @Option(names = "--json", description = "Print JSON, for programs.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ClusterPlan plan = description.plan();
        if (json) {
            out.print(Json.print(PlanJson.of(plan)));
        } else {
            out.print(PlanText.of(plan, Words.heading(spec)));
        }
        return 0;
    }
}
