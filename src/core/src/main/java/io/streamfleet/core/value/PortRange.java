package io.streamfleet.core.value;

/**
 * Names the ports from one to another, both included.
 *
 * @param from first port, 1 to 65535
 * @param to last port, not below the first
 */
public record PortRange(int from, int to) {
    /** Every port. */
    public static final PortRange ALL = new PortRange(1, 65_535);

    public PortRange {
        if (from < 1 || to > 65_535 || from > to) {
            throw new IllegalArgumentException("ports of 1 to 65535, the lower one first, such as 8000-8100");
        }
    }

    /** Returns the range of one port. */
    public static PortRange of(int port) {
        return new PortRange(port, port);
    }

    @Override
    public String toString() {
        return from == to ? String.valueOf(from) : from + "-" + to;
    }
}
