package io.streamfleet.terraform;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.AppConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Creates the CDKTF app that stacks are added to. */
public final class TerraformApp {
    private TerraformApp() {}

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
}
