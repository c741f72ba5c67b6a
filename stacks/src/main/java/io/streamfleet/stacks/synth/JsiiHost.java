package io.streamfleet.stacks.synth;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import software.amazon.jsii.JsiiEngine;

/**
 * A way to run jsii's program by one process of Node instead of jsii's two, for its environment variable {@code JSII_RUNTIME}.
 * The launcher sets that; without it jsii runs as it comes.
 */
public final class JsiiHost {
    private static final String OURS = "/io/streamfleet/stacks/jsii/";

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
            copy(JsiiHost.class, OURS + "host.js", folder.resolve("host.js"));
            Path script = folder.resolve("run");
            copy(JsiiHost.class, OURS + "run", script);
            if (!script.toFile().setExecutable(true, false)) {
                throw new IOException(script + " cannot be made executable");
            }
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
