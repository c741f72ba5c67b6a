package io.streamfleet.stacks;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.reader.SpecReader;
import io.streamfleet.stacks.jsii.JsiiHost;
import io.streamfleet.stacks.synth.Synthesisers;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

    @Option(names = "--jsii", paramLabel = "DIR", description = "First write the way to run jsii by one process there.")
    private Path jsii;

    @Override
    public Integer call() {
        if (jsii != null) {
            JsiiHost.write(jsii);
        }
        Map<Cloud, List<String>> byCloud = new EnumMap<>(Cloud.class);
        for (Path file : Shipped.specs()) {
            Cloud cloud = SpecReader.read(file).spec().cloud().kind();
            byCloud.computeIfAbsent(cloud, each -> new ArrayList<>()).add(file.toString());
        }
        List<String> specs = byCloud.values().stream().flatMap(List::stream).toList();
        run("--help");
        run("--version");
        run("unknown-command");
        run("schema");
        run("validate", specs);
        // One description alone leaves out what only others have, such as a database of their own.
        specs.forEach(spec -> run("plan", List.of(spec)));
        byCloud.values().forEach(each -> {
            run("plan", List.of("--json", each.get(0)));
            run("checklist", each.subList(0, 1));
            run("diagram", each.subList(0, 1));
            run("nodes", List.of("show", each.get(0)));
            run("nodes", List.of("show", "--json", each.get(0)));
        });
        // Nobody listens there: the way to it, and the words for it, are what is wanted.
        run("nodes", List.of("status", specs.get(0), "--endpoint", "http://127.0.0.1:1", "--token-env", "PATH"));
        if (synth != null) {
            List<String> arguments = new ArrayList<>(List.of("-o", synth.toString()));
            byCloud.keySet().stream()
                    .filter(Synthesisers::has)
                    .map(byCloud::get)
                    .forEach(arguments::addAll);
            run("synth", arguments);
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
