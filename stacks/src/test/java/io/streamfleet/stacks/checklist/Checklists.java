package io.streamfleet.stacks.checklist;

import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.reader.SpecReader;
import io.streamfleet.stacks.Specs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Parts of the checklists of descriptions, for tests. */
final class Checklists {
    private Checklists() {}

    static Checklist of(Path file) {
        return Checklist.of(ClusterPlan.of(SpecReader.read(file).spec()), file.toString());
    }

    static List<String> commands(Path file) {
        return of(file).items().stream()
                .flatMap(item -> item.parts().stream())
                .filter(part -> part.kind() == Item.Kind.COMMAND)
                .map(Item.Part::text)
                .toList();
    }

    static List<String> titles(String name) {
        return of(Specs.shipped(name)).items().stream().map(Item::title).toList();
    }

    static String text(String name) {
        Path file = Specs.shipped(name);
        return Checklist.of(ClusterPlan.of(SpecReader.read(file).spec()), file.toString())
                .text()
                .replaceAll("\\s+", " ");
    }

    static String secretCommand(String name) {
        return commands(Specs.shipped(name)).stream()
                .filter(command -> command.contains("secret.json)"))
                .collect(Collectors.joining("\n"));
    }

    static String complaintsOfShell(String script) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-n").redirectErrorStream(true).start();
        shell.getOutputStream().write(script.getBytes(StandardCharsets.UTF_8));
        shell.getOutputStream().close();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return shell.waitFor() == 0 ? said : said + " (status " + shell.exitValue() + ")";
    }
}
