package io.streamfleet.stacks.certificate;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What certificates are called, and for which hosts they are good. */
final class Names {
    /** The kind of an alternative name that is a host. */
    private static final Integer HOST = 2;

    /** So many names fit a line. */
    private static final int SHOWN = 5;

    private Names() {}

    /**
     * Returns the hosts that the certificate names, wildcards among them. Alternative names alone: clients pass over the
     * common name (RFC 6125, RFC 9110 section 4.3.4).
     */
    static List<String> hosts(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(name -> HOST.equals(name.get(0)))
                            .map(name -> printable((String) name.get(1)).toLowerCase(Locale.ROOT))
                            .toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    /** Whether a client takes the name for the host's: a wildcard stands for one whole first label. */
    static boolean matches(String name, String host) {
        if (name.startsWith("*.")) {
            int label = host.indexOf('.');
            return label > 0 && host.substring(label).equals(name.substring(1));
        }
        return name.equals(host);
    }

    static String list(List<String> hosts) {
        String shown = String.join(", ", hosts.subList(0, Math.min(SHOWN, hosts.size())));
        return hosts.size() > SHOWN ? shown + " and " + (hosts.size() - SHOWN) + " more" : shown;
    }

    /** Returns what a certificate is called in messages: its subject, or the first host where it has none. */
    static String of(X509Certificate certificate) {
        String subject = printable(certificate.getSubjectX500Principal().getName());
        return subject.isEmpty() ? hosts(certificate).stream().findFirst().orElse("without a name") : subject;
    }

    static String issuer(X509Certificate certificate) {
        return printable(certificate.getIssuerX500Principal().getName());
    }

    /** A certificate's names come from others: nothing of them may steer a terminal. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
