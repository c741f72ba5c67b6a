package io.streamfleet.test.provider;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamfleet.test.provider.TerraformCommand.Result;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** One stack's folder, and the commands of Terraform in it. */
public final class Workspace {
    private static final String PLAN = "plan.tfplan";

    private final Path folder;
    private final Path state;
    private final Map<String, String> environment;

    Workspace(Path folder, Path state, Map<String, String> environment) {
        this.folder = folder;
        this.state = state;
        this.environment = environment;
    }

    /** Prepares the folder. */
    public Result init() {
        return run("init", "-input=false");
    }

    /** Returns what {@code terraform validate -json} says: {@code valid}, {@code diagnostics}. */
    public JsonNode validate() {
        return json(run("validate", "-json").out());
    }

    /** Plans, and keeps the plan for {@link #apply} and {@link #plannedChanges}. */
    public Result plan() {
        return run("plan", "-input=false", "-out=" + PLAN);
    }

    /** Makes the changes that were planned. */
    public Result apply() {
        return run("apply", "-input=false", PLAN);
    }

    /** Plans, and makes the changes at once. */
    public Result planAndApply() {
        return run("apply", "-input=false", "-auto-approve");
    }

    /** Plans again; the status is 0 where nothing would change, 2 where something would. */
    public Result planAgain() {
        return run("plan", "-input=false", "-detailed-exitcode");
    }

    /** Takes everything down. */
    public Result destroy() {
        return run("destroy", "-input=false", "-auto-approve");
    }

    /** Returns the plan that was kept, as {@code terraform show -json} prints it. */
    public String plannedChanges() {
        return run("show", "-json", PLAN).orFail().out();
    }

    /** Returns which resource waits for which. */
    public Graph graph() {
        return Graph.read(run("graph").orFail().out());
    }

    /** Returns the state as it lies on the disk; empty where there is none. */
    public String state() {
        try {
            return Files.exists(state) ? Files.readString(state, UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a state there, as another run has left it. */
    public void writeState(String text) {
        try {
            Files.writeString(state, text, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns all that Terraform has written, text by text: state with its copies, and what is packed in plans. */
    public List<String> written() {
        var written = new ArrayList<String>();
        try {
            for (Path each : List.of(folder, state.getParent())) {
                try (var files = Files.newDirectoryStream(each, file -> Files.isRegularFile(file))) {
                    for (Path file : files) {
                        written.addAll(file.endsWith(PLAN) ? unpacked(file) : List.of(bytes(Files.readAllBytes(file))));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written;
    }

    private static List<String> unpacked(Path plan) throws IOException {
        var texts = new ArrayList<String>();
        try (var zip = new ZipFile(plan.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                try (InputStream entry = zip.getInputStream(entries.nextElement())) {
                    texts.add(bytes(entry.readAllBytes()));
                }
            }
        }
        return texts;
    }

    /** Bytes as characters one by one, so that what is no text can be searched too. */
    private static String bytes(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    /** Runs any command of Terraform in the folder. */
    public Result run(String command, String... arguments) {
        var line = new ArrayList<>(List.of(TerraformCommand.name(), command));
        if (!command.equals("graph")) {
            line.add("-no-color");
        }
        line.addAll(List.of(arguments));
        return TerraformCommand.run(folder, environment, line);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }
}
