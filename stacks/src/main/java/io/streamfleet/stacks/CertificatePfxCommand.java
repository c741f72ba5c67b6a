package io.streamfleet.stacks;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Tls;
import io.streamfleet.core.value.Texts;
import io.streamfleet.stacks.certificate.Pfx;
import io.streamfleet.stacks.certificate.PfxRequest;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes the file in which Azure takes a certificate with its key. */
@Command(
        name = "pfx",
        description = {
            "Make the PFX file in which Azure's Key Vault takes a certificate with its key.",
            "Checks first that key and chain belong together, that the chain is in order and valid now and, with --for,"
                    + " that it names the host. Prints the command that imports the file.",
            "Without --password-file the file has no password, and needs none at the import: keep it as you keep the key."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  From Let's Encrypt, for the domain of a description:",
            "    streamfleet certificate pfx --for live.yaml --chain fullchain.pem --key privkey.pem -o live.pfx",
            "  With a password, which is on no command line:",
            "    (umask 077; openssl rand -hex 24 > live.pass)",
            "    streamfleet certificate pfx --for live.example.com --chain fullchain.pem --key privkey.pem \\",
            "      -o live.pfx --password-file live.pass"
        })
final class CertificatePfxCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--chain",
            required = true,
            paramLabel = "FILE",
            description =
                    "PEM file of the server's certificate, then its issuers, such as Let's Encrypt's fullchain.pem.")
    private Path chain;

    @Option(
            names = "--key",
            required = true,
            paramLabel = "FILE",
            description = "PEM file of its private key, RSA or EC, in PKCS #8, PKCS #1 or SEC 1.")
    private Path key;

    @Option(
            names = "--key-password-file",
            paramLabel = "FILE",
            description = "File whose one line is the passphrase of the key, where it has one.")
    private Optional<Path> keyPasswordFile;

    @Option(
            names = "--for",
            paramLabel = "SPEC|HOST",
            description = "A description, or a host: the certificate must name it. Default: not checked.")
    private Optional<String> target;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "Write to this file, readable by its owner alone. It must not exist yet.")
    private Path output;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "File whose one line becomes the password of the PFX file. Default: no password.")
    private Optional<Path> passwordFile;

    @Option(names = "--force", description = "Replace the file that is there.")
    private boolean force;

    /** For what a certificate is: the host it must name, and how the vault is called and the certificate in it. */
    private record Purpose(Optional<String> host, String vault, String name) {
        /** A host alone, or none: what is not known is for the user to fill in. */
        static Purpose of(Optional<String> host) {
            return new Purpose(host, "VAULT", "NAME");
        }

        static Purpose of(ClusterSpec cluster) {
            Optional<String> host = Optional.of(cluster.domain());
            return cluster.tls() instanceof Tls.KeyVaultSecret secret
                    ? new Purpose(host, secret.vault(), secret.name())
                    : of(host);
        }
    }

    @Override
    public Integer call() {
        Purpose purpose = purpose();
        PfxRequest request = new PfxRequest(chain, key, keyPasswordFile, output, passwordFile, purpose.host(), force);
        Pfx pfx = Pfx.of(request, Clock.systemUTC());
        pfx.write();
        tell(pfx, purpose);
        spec.commandLine().getOut().println(pfx.importCommand(purpose.vault(), purpose.name()));
        return 0;
    }

    private Purpose purpose() {
        if (target.isEmpty()) {
            return Purpose.of(Optional.empty());
        }
        String given = target.get();
        // Not a folder: Let's Encrypt's client names one after the host.
        if (Files.isRegularFile(Path.of(given)) || given.contains("/") || given.matches(".*\\.(yaml|yml|json)")) {
            return Purpose.of(described(Path.of(given)));
        }
        if (!given.matches(Texts.HOST)) {
            throw new ParameterException(
                    spec.commandLine(), "--for: got '" + given + "', must be a description, or " + Texts.HOST_IS);
        }
        return Purpose.of(Optional.of(given));
    }

    private ClusterSpec described(Path file) {
        ClusterSpec cluster = Plans.spec(file, err());
        if (cluster.cloud().kind() != Cloud.AZURE) {
            Words.say(
                    err(),
                    "warning: " + file + " is for " + cluster.cloud().kind().key()
                            + ", which takes PEM files as they are; a PFX file is for azure");
        }
        return cluster;
    }

    private void tell(Pfx pfx, Purpose purpose) {
        pfx.warnings().forEach(warning -> Words.say(err(), "warning: " + warning));
        if (purpose.host().isEmpty()) {
            Words.say(err(), "warning: the host was not checked; name it: --for SPEC or --for HOST");
        }
        Words.say(err(), "wrote " + output + ", mode 600, for " + pfx.hosts() + " until " + pfx.end());
        if (!pfx.hasPassword()) {
            Words.say(err(), output + " has no password: keep it like " + key + ", and delete it after the import");
        }
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
