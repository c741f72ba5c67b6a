package io.streamfleet.stacks;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Holds what is done with certificates. */
@Command(
        name = "certificate",
        description = "Put a certificate into the form in which a cloud takes it.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {"  streamfleet certificate pfx --chain fullchain.pem --key privkey.pem -o live.pfx"},
        subcommands = {CertificatePfxCommand.class})
final class CertificateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw Subcommands.which(spec);
    }
}
