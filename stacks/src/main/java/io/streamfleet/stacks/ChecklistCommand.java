package io.streamfleet.stacks;

import io.streamfleet.stacks.checklist.Checklist;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what must be done beside a deployment, each thing with its command. */
@Command(
        name = "checklist",
        description = {
            "Print what must exist before the first deployment, and how to make or check it.",
            "Also what will cost money, and how to take the deployment down. Asks no cloud, holds no secret."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  streamfleet checklist live.yaml", "  streamfleet checklist live.yaml > before-live.txt"})
final class ChecklistCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DescriptionFile description;

    @Override
    public Integer call() {
        Checklist checklist =
                Checklist.of(description.plan(), description.file().toString());
        spec.commandLine().getOut().print(checklist.text());
        return 0;
    }
}
