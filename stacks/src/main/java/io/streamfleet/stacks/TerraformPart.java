package io.streamfleet.stacks;

import io.streamfleet.core.Cloud;
import io.streamfleet.stacks.refusal.Refusal;
import io.streamfleet.stacks.synth.Synthesisers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The part of the app for the clouds that go by Terraform. The launcher builds it when it is first asked for; who deploys to
 * AWS alone never asks.
 */
final class TerraformPart {
    /** What the launcher calls the part. */
    static final String NAME = "terraform";

    /** Asks the launcher for the part, by its environment. */
    private static final String ASK = "STREAMFLEET_PART";

    private TerraformPart() {}

    /** Returns whether some of the clouds go by Terraform and the part for them is not there. */
    static boolean isMissing(Collection<Cloud> clouds) {
        return !clouds.stream().allMatch(Synthesisers::has);
    }

    /**
     * Where the part is needed and not there, has the launcher build it and run the same command again.
     *
     * @param clouds what must be synthesised for
     * @param files what the other run reads again
     * @param command the command that runs now, which has said nothing yet
     * @return the exit status of the other run; empty where this one can go on
     * @throws Refusal where a file is a pipe, which nobody reads again
     */
    static OptionalInt runAgainWhereMissing(Collection<Cloud> clouds, List<Path> files, CommandSpec command) {
        String launcher = System.getProperty("streamfleet.launcher");
        boolean asked = System.getenv(ASK) != null;
        if (launcher == null || asked || !isMissing(clouds)) {
            return OptionalInt.empty();
        }
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new Refusal(
                        file + " can be read once, and the part for Google and Azure is yet to be built; build it by "
                                + ASK + "=" + NAME + " " + launcher + " --version, then run this again");
            }
        }
        List<String> line = new ArrayList<>(List.of(launcher));
        line.addAll(command.root().commandLine().getParseResult().originalArgs());
        ProcessBuilder again = new ProcessBuilder(line).inheritIO();
        again.environment().put(ASK, NAME);
        return OptionalInt.of(run(again));
    }

    private static int run(ProcessBuilder again) {
        try {
            Process process = again.start();
            // Who stops this process means the other one.
            Thread stop = new Thread(process::destroy);
            Runtime.getRuntime().addShutdownHook(stop);
            int status = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(stop);
            return status;
        } catch (IOException e) {
            throw new Refusal(
                    again.command().get(0) + " cannot be run again, to build the part for Google and Azure", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
