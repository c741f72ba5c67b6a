package io.streamfleet.stacks.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A certificate authority of the tests' own, made by {@code openssl} in a folder: a root, an authority below it, and the
 * certificates that this one issues. All keys are new each time.
 */
public final class Pki {
    private final Path folder;

    /** Makes root and authority; where there is no openssl the test is skipped, or fails with STREAMFLEET_NO_SKIP=1. */
    public Pki(Path folder) {
        this.folder = folder;
        needsOpenssl();
        write("ca.ext", "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n");
        openssl("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout root.key -out root.pem -days 7300"
                + " -subj /CN=Root");
        openssl("req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout authority.key -out authority.csr"
                + " -subj /CN=Authority");
        openssl("x509 -req -in authority.csr -CA root.pem -CAkey root.key -CAcreateserial -days 3650 -extfile ca.ext"
                + " -out authority.pem");
    }

    private static void needsOpenssl() {
        boolean isThere = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(each -> Files.isExecutable(Path.of(each, "openssl")));
        if (!isThere) {
            String message = "needs openssl: apt-get install openssl";
            if ("1".equals(System.getenv("STREAMFLEET_NO_SKIP"))) {
                fail(message);
            }
            abort(message);
        }
    }

    /** Issues a certificate for hosts: NAME.pem, with its key in NAME.key as PKCS #8, and NAME.full.pem with its chain. */
    public Path issue(String name, String newKey, int days, String... hosts) {
        return issueBy("authority", name, newKey, days, "extendedKeyUsage=serverAuth,clientAuth\n", hosts);
    }

    Path issueBy(String issuer, String name, String newKey, int days, String extensions, String... hosts) {
        String names =
                String.join(",", Arrays.stream(hosts).map(host -> "DNS:" + host).toList());
        write(
                name + ".ext",
                "basicConstraints=CA:FALSE\n" + extensions + (names.isEmpty() ? "" : "subjectAltName=" + names + "\n"));
        openssl("req -newkey " + newKey + " -nodes -keyout " + name + ".key -out " + name + ".csr -subj /CN=" + name);
        openssl("x509 -req -in " + name + ".csr -CA " + issuer + ".pem -CAkey " + issuer + ".key -CAcreateserial -days "
                + days + " -extfile " + name + ".ext -out " + name + ".pem");
        return join(name + ".full.pem", name + ".pem", "authority.pem");
    }

    /** Joins files to one. */
    public Path join(String name, String... parts) {
        return write(name, String.join("", Arrays.stream(parts).map(this::read).toList()));
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    public Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs openssl in the folder with these words, which hold no space; returns what it says. */
    public String openssl(String words) {
        return openssl(words.split(" "));
    }

    /** Runs openssl in the folder; returns what it says. */
    public String openssl(String... words) {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(words));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                fail(String.join(" ", command) + "\n" + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
