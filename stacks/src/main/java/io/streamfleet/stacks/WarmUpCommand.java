package io.streamfleet.stacks;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Runs the everyday commands once with their output thrown away, for the launcher: the classes that they load go into the
 * archive that later starts are quick by.
 */
@Command(
        name = "warm-up",
        hidden = true,
        description = "Load what the commands load, for the launcher's class archive.")
final class WarmUpCommand implements Callable<Integer> {
    @Option(names = "--synth", paramLabel = "DIR", description = "Synthesise as well, into this folder; needs Node.")
    private Path synth;

    @Override
    public Integer call() {
        List<String> specs = Shipped.specs().stream().map(Path::toString).toList();
        run("--help");
        run("--version");
        run("unknown-command");
        run("schema");
        run("validate", specs);
        // One description alone leaves out what only others have, such as a database of their own.
        specs.forEach(spec -> run("plan", List.of(spec)));
        run("plan", List.of("--json", specs.get(0)));
        run("checklist", specs.subList(0, 1));
        run("diagram", specs.subList(0, 1));
        run("nodes", List.of("show", specs.get(0)));
        run("nodes", List.of("show", "--json", specs.get(0)));
        if (synth != null) {
            run("synth", List.of("-o", synth.toString()));
        }
        return 0;
    }

    private static void run(String command, List<String> arguments) {
        List<String> all = new ArrayList<>();
        all.add(command);
        all.addAll(arguments);
        run(all.toArray(String[]::new));
    }

    private static void run(String... arguments) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Main.run(nowhere, nowhere, arguments);
    }
}
