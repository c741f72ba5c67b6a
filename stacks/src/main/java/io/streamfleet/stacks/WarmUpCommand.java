package io.streamfleet.stacks;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * Runs the everyday commands once with their output thrown away, for the launcher: the classes that they load go into the
 * archive that later starts are quick by.
 */
@Command(name = "warm-up", hidden = true, description = "Load what the commands load, for the launcher's class archive.")
final class WarmUpCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        run("--help");
        run("--version");
        run("unknown-command");
        String[] specs = Shipped.specs().stream().map(Path::toString).toArray(String[]::new);
        run(Stream.concat(Stream.of("validate"), Stream.of(specs)).toArray(String[]::new));
        return 0;
    }

    private static void run(String... arguments) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Main.run(nowhere, nowhere, arguments);
    }
}
