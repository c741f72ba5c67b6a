package io.streamfleet.stacks.certificate;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks a chain as a client will that meets it, and as Key Vault will that takes it. */
final class ChainCheck {
    /** So long before its end a certificate is due: what public issuers' own clients renew at. */
    private static final Duration SOON = Duration.ofDays(30);

    /** Extended key usages that let a certificate stand for a TLS server: serverAuth, and any. */
    private static final Set<String> SERVER = Set.of("1.3.6.1.5.5.7.3.1", "2.5.29.37.0");

    /**
     * Sizes of RSA keys that Key Vault takes, in bits.
     *
     * @see <a href="https://learn.microsoft.com/azure/key-vault/keys/about-keys-details">Key types and algorithms</a>
     */
    private static final Set<Integer> RSA_BITS = Set.of(2048, 3072, 4096);

    private final Path file;
    private final List<X509Certificate> chain;
    private final Instant now;
    private final Faults faults;
    private final List<String> warnings = new ArrayList<>();

    ChainCheck(ChainFile chain, Instant now, Faults faults) {
        this.file = chain.file();
        this.chain = chain.certificates();
        this.now = now;
        this.faults = faults;
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** Each is issued by the next, and the first is the server's. */
    void order() {
        for (int i = 0; i + 1 < chain.size(); i++) {
            if (!Links.isIssued(chain.get(i), chain.get(i + 1))) {
                faults.add(outOfOrder(i));
                return;
            }
        }
        for (int i = 1; i < chain.size(); i++) {
            X509Certificate issuer = chain.get(i);
            if (issuer.getVersion() == 3 && issuer.getBasicConstraints() < 0) {
                faults.add(file + ": got " + place(i)
                        + " as an issuer, must be a certificate authority's; no client trusts it:"
                        + " get the chain from the issuer");
            }
        }
        whole();
    }

    private String outOfOrder(int i) {
        return Links.inOrder(chain)
                .map(ordered -> file + ": got the certificates in the order " + names(chain)
                        + ", must be each before its issuer: " + names(ordered) + "; put them in this order")
                .orElseGet(() -> file + ": got " + place(i + 1) + " after " + place(i) + ", must be its issuer, "
                        + Names.issuer(chain.get(i)) + "; get the chain from the issuer");
    }

    private void whole() {
        if (chain.size() > 1) {
            return;
        }
        X509Certificate server = chain.get(0);
        warnings.add(
                Links.isSelfSigned(server)
                        ? file + ": " + place(0) + " is self-signed; no client trusts it that was not told to"
                        : file + ": holds " + place(0) + " alone; clients also need its issuer's, "
                                + Names.issuer(server) + ", unless they know it; name fullchain.pem");
    }

    /** All are valid now; those that end soon are warned of. A root is passed over, as clients do: they have their own. */
    void dates() {
        for (int i = 0; i < chain.size(); i++) {
            X509Certificate certificate = chain.get(i);
            if (i > 0 && Links.isSelfSigned(certificate)) {
                continue;
            }
            Instant start = certificate.getNotBefore().toInstant();
            Instant end = certificate.getNotAfter().toInstant();
            if (now.isBefore(start)) {
                faults.add(file + ": got " + place(i) + ", which is valid from " + start + ", must be valid now, at "
                        + moment() + "; wait, or set this machine's clock");
            } else if (now.isAfter(end)) {
                faults.add(file + ": got " + place(i) + ", which ended at " + end + ", must be valid now, at "
                        + moment() + "; renew it");
            } else if (Duration.between(now, end).compareTo(SOON) < 0) {
                warnings.add(file + ": " + place(i) + " ends at " + end + ", in "
                        + days(Duration.between(now, end).toDays()) + "; renew it soon");
            }
        }
    }

    private static String days(long days) {
        return days == 0 ? "less than a day" : days + (days == 1 ? " day" : " days");
    }

    private Instant moment() {
        return Instant.ofEpochSecond(now.getEpochSecond());
    }

    /** It may stand for a TLS server, with a key that Key Vault takes. */
    void purpose() {
        X509Certificate server = chain.get(0);
        if (!isForServers(server)) {
            faults.add(file + ": got " + place(0)
                    + ", which is not for TLS servers, must have the extended key usage serverAuth;"
                    + " request one for a server");
        }
        if (server.getPublicKey() instanceof RSAKey rsa
                && !RSA_BITS.contains(rsa.getModulus().bitLength())) {
            faults.add(
                    file + ": got an RSA key of " + rsa.getModulus().bitLength()
                            + " bits, must be 2048, 3072 or 4096, which Key Vault takes; request the certificate with such a key");
        }
    }

    private static boolean isForServers(X509Certificate certificate) {
        try {
            List<String> usages = certificate.getExtendedKeyUsage();
            return usages == null || usages.stream().anyMatch(SERVER::contains);
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    /** The key is that of the server's certificate. */
    void key(KeyFile given) {
        PrivateKey key = given.key();
        if (chain.stream().noneMatch(each -> Links.isPair(key, each))) {
            faults.add(given.file() + ": got a key of another certificate, must be that of " + place(0) + " in " + file
                    + "; name the key with which it was requested: --key FILE");
        } else if (!Links.isPair(key, chain.get(0)) && Links.inOrder(chain).equals(Optional.of(chain))) {
            faults.add(given.file() + ": got the key of an issuer, must be that of " + place(0) + " in " + file
                    + "; name the key with which it was requested: --key FILE");
        }
    }

    /** The server's certificate names the host. */
    void host(String host) {
        List<String> hosts = Names.hosts(chain.get(0));
        if (hosts.stream().noneMatch(name -> Names.matches(name, host))) {
            faults.add("--for: got " + host + ", must be a host that " + file + " names ("
                    + (hosts.isEmpty() ? "it names none: a common name does not count" : Names.list(hosts))
                    + "); request a certificate for " + host + ", or name another SPEC or HOST");
        }
    }

    private String place(int i) {
        return "certificate " + (i + 1) + " (" + Names.of(chain.get(i)) + ")";
    }

    private static String names(List<X509Certificate> certificates) {
        return certificates.stream().map(each -> "(" + Names.of(each) + ")").collect(Collectors.joining(", "));
    }
}
