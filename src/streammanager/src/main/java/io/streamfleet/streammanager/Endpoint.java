package io.streamfleet.streammanager;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a Stream Manager, or the load balancer before several, answers: {@code https://live.example.com}.
 *
 * <p>All addresses are made here, so that a token comes into none of them elsewhere.
 *
 * @param base scheme, host and port, without anything after them
 */
public record Endpoint(URI base) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * Checks the address.
     *
     * @throws IllegalArgumentException when it is no plain address of HTTP or HTTPS, with what is allowed
     */
    public Endpoint {
        String scheme = String.valueOf(base.getScheme()).toLowerCase(Locale.ROOT);
        boolean isPlain = Set.of("http", "https").contains(scheme)
                && base.getHost() != null
                && base.getRawUserInfo() == null
                && base.getRawQuery() == null
                && base.getRawFragment() == null
                && Set.of("", "/").contains(base.getRawPath());
        if (!isPlain) {
            throw new IllegalArgumentException(ALLOWED);
        }
        base = URI.create(scheme + "://" + base.getRawAuthority());
    }

    private static final String ALLOWED =
            "must be scheme and host alone, without user, path or query, such as https://live.example.com";

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException when it is none, with what is allowed; the message does not repeat it, since it may
     *     hold a token
     */
    public static Endpoint of(String address) {
        try {
            return new Endpoint(new URI(address));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(ALLOWED);
        }
    }

    /** Returns whether whoever listens on the way can read the token. */
    public boolean isReadableOnTheWay() {
        return base.getScheme().equals("http") && !LOOPBACK.contains(base.getHost());
    }

    /** One address: to be sent, and to be shown. */
    record Address(URI uri, String shown) {
        /** What is shown is the address without its token; nothing else is a text of it. */
        @Override
        public String toString() {
            return shown;
        }
    }

    Address address(ApiVersion version, List<String> path, Map<String, String> query, AccessToken token) {
        String place = base + "/streammanager/api/" + version.number() + "/"
                + path.stream().map(Percent::encode).collect(Collectors.joining("/"));
        String parameters = query.entrySet().stream()
                .map(each -> each.getKey() + "=" + Percent.encode(each.getValue()))
                .collect(Collectors.joining("&"));
        String shown = place + (parameters.isEmpty() ? "" : "?" + parameters);
        return new Address(
                URI.create(shown + (parameters.isEmpty() ? "?" : "&") + "accessToken=" + token.encoded()), shown);
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
