package io.streamfleet.stacks;

import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.stacks.show.PlanJson;
import io.streamfleet.stacks.show.PlanText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a description comes to, before any cloud is asked. */
@Command(
        name = "plan",
        description = {
            "Show what a description comes to, before anything is built.",
            "Servers and how they scale, who may connect to whom, the database, the nodes, the boot files' sizes,",
            "and what costs money. Writes nothing, asks no cloud."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  streamfleet plan live.yaml",
            "  streamfleet plan live.yaml --json | jq '.flows[] | select(.from == \"internet\")'"
        })
final class PlanCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SPEC", description = "A description, YAML or JSON.")
    private Path file;

    @Option(names = "--json", description = "Print JSON, for programs.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ClusterPlan plan = Plans.of(file, spec.commandLine().getErr());
        if (json) {
            out.print(Json.print(PlanJson.of(plan)));
        } else {
            Ansi ansi = spec.commandLine().getColorScheme().ansi();
            out.print(PlanText.of(plan, heading -> ansi.string("@|bold " + heading + "|@")));
        }
        return 0;
    }
}
