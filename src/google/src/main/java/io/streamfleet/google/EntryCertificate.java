package io.streamfleet.google;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.value.Texts;
import java.util.List;

/** Where the certificate of an {@link HttpsEntry} comes from. */
public sealed interface EntryCertificate {
    /**
     * A certificate of Compute Engine that exists, in the stack's project.
     *
     * @param name its name
     */
    record Named(
            @Matches(value = GoogleTexts.NAME, is = GoogleTexts.NAME_IS)
            String name) implements EntryCertificate {
        public Named {
            new Check(Named.class, name).orThrow();
        }
    }

    /**
     * A certificate that Google issues and renews. It is issued once every domain leads to the entry's address; until
     * then the entry answers no HTTPS.
     *
     * @param domains host names to certify, 1 to 100, without wildcards
     */
    record Managed(List<String> domains) implements EntryCertificate {
        private static final int MOST_DOMAINS = 100;

        /**
         * Copies and checks.
         *
         * @throws InvalidSpecException when Google would not issue it
         */
        public Managed {
            domains = List.copyOf(domains);
            new Check(Managed.class, domains)
                    .that(
                            !domains.isEmpty() && domains.size() <= MOST_DOMAINS,
                            Violation.at("domains")
                                    .given(domains.size() + " names")
                                    .allowed("1 to " + MOST_DOMAINS))
                    .that(
                            domains.stream().allMatch(domain -> domain.matches(Texts.HOST)),
                            Violation.at("domains")
                                    .given(String.join(", ", domains))
                                    .allowed("host names in lower case without wildcards, such as live.example.com"))
                    .orThrow();
        }
    }

    /** Returns a certificate that exists, by its name. */
    static EntryCertificate fromName(String name) {
        return new Named(name);
    }

    /** Returns a certificate that Google issues and renews. */
    static EntryCertificate managed(String... domains) {
        return new Managed(List.of(domains));
    }
}
