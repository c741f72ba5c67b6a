package io.streamfleet.stacks;

import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.reader.Description;
import io.streamfleet.core.reader.SpecReader;
import io.streamfleet.stacks.jsii.JsiiProcess;
import io.streamfleet.stacks.synth.Synthesisers;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Synthesises a share of the descriptions of another process of this app, which has read them all and told their warnings. */
@Command(
        name = "share",
        hidden = true,
        description = "Synthesise some of the descriptions of another run, until its end.",
        footerHeading = "%nExamples:%n",
        footer = "  streamfleet share live.yaml stage.yaml --into build < /dev/tty")
final class ShareCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "SPEC", description = "Descriptions for clouds of one command.")
    private List<Path> files;

    @Option(names = "--into", required = true, paramLabel = "DIR", description = "An empty folder for the stacks.")
    private Path folder;

    @Override
    public Integer call() {
        endWithTheOther();
        JsiiProcess.start();
        List<Description> descriptions = SpecReader.read(files, Synthesisers::prepare);
        List<ClusterPlan> plans =
                descriptions.stream().map(each -> ClusterPlan.of(each.spec())).toList();
        Synthesisers.of(plans.get(0).cloud()).synthesise(plans, folder);
        return 0;
    }

    /** The other process writes nothing to this one, whose input so ends when that process does, however it comes to its end. */
    private static void endWithTheOther() {
        Thread watch = new Thread(ShareCommand::awaitTheEnd, "watch for the end of the other process");
        watch.setDaemon(true);
        watch.start();
    }

    private static void awaitTheEnd() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // What cannot be read has ended.
        }
        System.exit(1);
    }
}
