package io.streamfleet.test;

import io.streamfleet.test.provider.OfflineTerraform;
import io.streamfleet.test.provider.TerraformCommand;
import java.nio.file.Path;

/** Terraform against the schemas that the bindings are made of. */
final class Terraform {
    private static final Path SCHEMAS =
            Project.root().resolve("src").resolve("bindings").resolve("schemas");

    private Terraform() {}

    /** Needs the command. */
    static void needed() {
        Needs.that(TerraformCommand.isThere(), TerraformCommand.name(), TerraformCommand.HOW);
    }

    /** Starts the providers for one suite, which must close them. */
    static OfflineTerraform start(String suite) {
        return OfflineTerraform.start(SCHEMAS, Project.scratch(suite));
    }
}
