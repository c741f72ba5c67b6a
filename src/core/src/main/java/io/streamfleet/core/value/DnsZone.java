package io.streamfleet.core.value;

import io.streamfleet.core.Violation;
import java.util.Objects;

/**
 * A zone of the domain name system.
 *
 * @param name its name, such as {@code example.com}
 */
public record DnsZone(String name) {
    public DnsZone {
        Objects.requireNonNull(name, "name");
    }

    /** Returns whether a name is the zone's own or below it. */
    public boolean holds(String domain) {
        return ("." + domain).endsWith("." + name);
    }

    /** Returns whether a name is the zone's own, which has other records already. */
    public boolean isApex(String domain) {
        return domain.equals(name);
    }

    /** Returns a name of the zone as it is within it, {@code @} for the zone's own. */
    public String relative(String domain) {
        return isApex(domain) ? "@" : domain.substring(0, domain.length() - name.length() - 1);
    }

    /** Returns what is wrong with the props of a record whose domain is in another zone. */
    public static Violation outside(String domain) {
        return Violation.at("domain")
                .given(domain)
                .allowed("a name in the zone")
                .todo("give the zone that holds it");
    }
}
