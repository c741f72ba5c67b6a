package io.streamfleet.stacks.certificate;

import io.streamfleet.stacks.checklist.Shell;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A certificate with its chain and its key, checked, as the one file in which Azure takes them. */
public final class Pfx {
    private final PfxRequest request;
    private final SecretFile file;
    private final ChainFile chain;
    private final KeyFile key;
    private final char[] password;
    private final List<String> warnings;

    private Pfx(
            PfxRequest request, SecretFile file, ChainFile chain, KeyFile key, char[] password, List<String> warnings) {
        this.request = request;
        this.file = file;
        this.chain = chain;
        this.key = key;
        this.password = password;
        this.warnings = warnings;
    }

    /**
     * Reads what the file is made of, and checks it.
     *
     * @param clock tells when the certificates must be valid
     * @throws io.streamfleet.stacks.refusal.Refusal with all that is wrong, one fault a line
     */
    public static Pfx of(PfxRequest request, Clock clock) {
        Faults faults = new Faults();
        Optional<SecretFile> file =
                faults.attempt(() -> new SecretFile(request.output(), request.force(), request.inputs()));
        Optional<ChainFile> chain = faults.attempt(() -> ChainFile.read(request.chain()));
        Optional<KeyFile> key = faults.attempt(
                () -> KeyFile.read(request.key(), request.keyPasswordFile().map(Password::ofKey)));
        Optional<char[]> password = faults.attempt(
                () -> request.passwordFile().map(Password::ofNewFile).orElse(new char[0]));
        List<String> warnings = new ArrayList<>();
        chain.ifPresent(read -> {
            ChainCheck check = new ChainCheck(read, clock.instant(), faults);
            check.order();
            check.dates();
            check.purpose();
            key.ifPresent(check::key);
            request.host().ifPresent(check::host);
            warnings.addAll(check.warnings());
        });
        faults.orRefuse();
        if (request.keyPasswordFile().isPresent() && !key.get().encrypted()) {
            warnings.add(request.key() + ": has no passphrase; --key-password-file is not needed");
        }
        return new Pfx(request, file.get(), chain.get(), key.get(), password.get(), List.copyOf(warnings));
    }

    /** Returns what is doubtful, one thing a line. */
    public List<String> warnings() {
        return warnings;
    }

    /** Returns the hosts that the certificate names, as words. */
    public String hosts() {
        List<String> hosts = Names.hosts(chain.server());
        return hosts.isEmpty() ? "no host" : Names.list(hosts);
    }

    /** Returns when the server's certificate ends. */
    public Instant end() {
        return chain.server().getNotAfter().toInstant();
    }

    public boolean hasPassword() {
        return password.length > 0;
    }

    /**
     * Writes the file, readable by its owner alone.
     *
     * @throws io.streamfleet.stacks.refusal.Refusal when it cannot be written; then nothing changed
     */
    public void write() {
        List<X509Certificate> certificates = chain.certificates();
        file.write(Pkcs12.of(key.key(), certificates, password));
    }

    /**
     * Returns the command that imports the file. Azure's command reads the password from its file, so that no list of
     * processes shows it.
     *
     * @param vault the vault's name
     * @param name the certificate's name in it
     */
    public String importCommand(String vault, String name) {
        String command = "az keyvault certificate import --vault-name " + Shell.word(vault) + " --name "
                + Shell.word(name) + " --file " + Shell.word(plain(request.output()));
        return request.passwordFile()
                .map(passwordFile -> command + " --password " + Shell.word("@" + passwordFile))
                .orElse(command);
    }

    /** A path that no command takes for something else than a path. */
    private static String plain(Path path) {
        return path.toString().matches("[-@].*") ? "./" + path : path.toString();
    }
}
