package io.streamfleet.core.plan;

import io.streamfleet.core.value.PortRange;
import java.util.Locale;
import java.util.Objects;

/**
 * Lets one party open connections to another. What no flow names is closed.
 *
 * <p>A flow between two parts is a way out of the one and a way into the other; a flow from addresses is a way in alone,
 * a flow to addresses a way out alone.
 *
 * @param from who opens the connection
 * @param to who accepts it
 * @param protocol TCP, UDP, or any, which then means every port
 * @param ports the accepting ports
 * @param why what it is for, in a few words: the firewall rule's description
 */
public record Flow(Party from, Party to, Protocol protocol, PortRange ports, String why) {
    public Flow {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(protocol, "protocol");
        Objects.requireNonNull(ports, "ports");
        Objects.requireNonNull(why, "why");
    }

    /** Returns a flow of TCP connections to one port. */
    public static Flow tcp(Party from, Party to, int port, String why) {
        return new Flow(from, to, Protocol.TCP, PortRange.of(port), why);
    }

    /** Returns a flow of TCP connections to a range of ports. */
    public static Flow tcp(Party from, Party to, PortRange ports, String why) {
        return new Flow(from, to, Protocol.TCP, ports, why);
    }

    /** Returns a flow of UDP packets to a range of ports. */
    public static Flow udp(Party from, Party to, PortRange ports, String why) {
        return new Flow(from, to, Protocol.UDP, ports, why);
    }

    /** Returns a flow of everything. */
    public static Flow any(Party from, Party to, String why) {
        return new Flow(from, to, Protocol.ANY, PortRange.ALL, why);
    }

    /** Returns the flow's name by its ends, protocol and ports, such as {@code EntryToStreamManagerTcp5080}. */
    public String name() {
        return name(from) + "To" + name(to)
                + (protocol == Protocol.ANY ? "Any" : capital(protocol.name().toLowerCase(Locale.ROOT)) + ports);
    }

    private static String name(Party party) {
        if (party instanceof Party.Addresses addresses) {
            return addresses.range().isAnywhere()
                    ? "Internet"
                    : addresses.range().toString().replace('.', '-').replace('/', '-');
        }
        return ((Party.Part) party).id();
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    @Override
    public String toString() {
        return from + " -> " + to + " " + protocol + (protocol == Protocol.ANY ? "" : " " + ports) + " (" + why + ")";
    }
}
