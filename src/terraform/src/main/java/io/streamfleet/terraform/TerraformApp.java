package io.streamfleet.terraform;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.AppConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.jsii.JsiiModule;
import software.constructs.Construct;
import software.constructs.Node;

/** Creates CDKTF apps, to which stacks are added. */
public final class TerraformApp {
    private TerraformApp() {}

    /** Returns cdktf itself as jsii takes it, for apps that have it loaded before it is needed; loads nothing. */
    public static Class<? extends JsiiModule> library() {
        return com.hashicorp.cdktf.$Module.class;
    }

    /**
     * Returns an app that writes below a folder, which is created with its parents.
     *
     * @param output the folder of manifest and stacks, such as {@code cdktf.out}
     * @throws IOException if the folder cannot be created
     */
    public static App writingTo(Path output) throws IOException {
        Files.createDirectories(output);
        // Traces would hold paths of the machine.
        return new App(
                AppConfig.builder().outdir(output.toString()).stackTraces(false).build());
    }

    /**
     * Writes an app of stacks none of which refers to another: each is written, and taken out again, before the next is added.
     * The app's manifest has all of them, and is written each time.
     *
     * @param output the folder of manifest and stacks, such as {@code cdktf.out}
     * @param stacks what adds each stack to the app, by its name
     * @throws UncheckedIOException if the folder cannot be created
     */
    public static void synthesise(Path output, Map<String, Consumer<Construct>> stacks) {
        try {
            App app = writingTo(output);
            Node tree = app.getNode();
            stacks.forEach((name, stack) -> {
                stack.accept(app);
                app.synth();
                tree.tryRemoveChild(name);
            });
            if (stacks.isEmpty()) {
                app.synth();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
