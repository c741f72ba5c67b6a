package io.streamfleet.stacks.jsii;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import software.amazon.jsii.JsiiEngine;

/**
 * A way to run jsii's program by one process of Node instead of jsii's two, for its environment variable {@code JSII_RUNTIME}.
 * The launcher sets that; without it jsii runs as it comes.
 */
public final class JsiiHost {
    private static final String OURS = "/io/streamfleet/stacks/jsii/";

    /** What jsii reads the program from that it runs. */
    private static final String VARIABLE = "JSII_RUNTIME";

    private static final String SCRIPT = "run";
    private static final String HOST = "host.js";

    private static final List<String> OF_JSII = List.of("program.js", "runtime-index-worker.js");

    private JsiiHost() {}

    /**
     * Writes what is needed into a folder, which is made: a script {@code run}, and jsii's own program, as its jar has it.
     *
     * @throws UncheckedIOException when it cannot be written
     */
    public static void write(Path folder) {
        try {
            Files.createDirectories(folder);
            for (String name : OF_JSII) {
                copy(JsiiEngine.class, "lib/" + name, folder.resolve(name));
            }
            copy(JsiiHost.class, OURS + HOST, folder.resolve(HOST));
            Path script = folder.resolve(SCRIPT);
            copy(JsiiHost.class, OURS + SCRIPT, script);
            if (!script.toFile().setExecutable(true, false)) {
                throw new IOException(script + " cannot be made executable");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns whether jsii in this process runs its program so, by the same script of this very app. */
    static boolean isInUse() {
        String script = System.getenv().getOrDefault(VARIABLE, "").replace("'", "");
        if (!Path.of(script).endsWith(SCRIPT)) {
            return false;
        }
        Path host = Path.of(script).resolveSibling(HOST);
        try (InputStream ours = JsiiHost.class.getResourceAsStream(OURS + HOST)) {
            return Files.isRegularFile(host) && Arrays.equals(Files.readAllBytes(host), ours.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Class<?> beside, String resource, Path file) throws IOException {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("no " + resource + " beside " + beside.getName());
            }
            Files.copy(in, file);
        }
    }
}
