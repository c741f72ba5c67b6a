package io.streamfleet.core.value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a range of IPv4 addresses, such as {@code 10.20.0.0/16}.
 *
 * @param address the first address, as an unsigned number
 * @param prefix length of the network part, 0 to 32
 */
public record Cidr(long address, int prefix) {
    /** Every address. */
    public static final Cidr ANYWHERE = new Cidr(0, 0);

    private static final Pattern FORM = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");

    public Cidr {
        if (prefix < 0 || prefix > 32) {
            throw new IllegalArgumentException("a range with a prefix of 0 to 32, such as 10.20.0.0/16");
        }
        long first = address & mask(prefix);
        if (address != first) {
            throw new IllegalArgumentException(
                    "the range's first address, " + dotted(first) + "/" + prefix + ", without host bits");
        }
    }

    /**
     * Reads {@code a.b.c.d/n}.
     *
     * @throws IllegalArgumentException when the text is none, with what is allowed as its message
     */
    public static Cidr parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("an IPv4 range, such as 10.20.0.0/16");
        }
        long address = 0;
        for (int part = 1; part <= 4; part++) {
            String digits = form.group(part);
            int octet = Integer.parseInt(digits);
            if (octet > 255 || (digits.length() > 1 && digits.startsWith("0"))) {
                throw new IllegalArgumentException("an IPv4 range of numbers 0 to 255, such as 10.20.0.0/16");
            }
            address = address << 8 | octet;
        }
        return new Cidr(address, Integer.parseInt(form.group(5)));
    }

    /** Returns whether any address is in both ranges. */
    public boolean overlaps(Cidr other) {
        long shared = mask(Math.min(prefix, other.prefix));
        return (address & shared) == (other.address & shared);
    }

    /** Returns whether every address of the other range is in this one. */
    public boolean contains(Cidr other) {
        return prefix <= other.prefix && (other.address & mask(prefix)) == address;
    }

    /** Returns whether this is every address there is. */
    public boolean isAnywhere() {
        return prefix == 0;
    }

    /**
     * Returns the nth of the equal parts of this range that have a longer prefix.
     *
     * @throws IllegalArgumentException when there is no such part
     */
    public Cidr part(int newPrefix, int index) {
        if (newPrefix < prefix || newPrefix > 32 || index < 0 || index >= 1L << (newPrefix - prefix)) {
            throw new IllegalArgumentException(this + " has no part " + index + " of /" + newPrefix);
        }
        return new Cidr(address + ((long) index << (32 - newPrefix)), newPrefix);
    }

    private static long mask(int prefix) {
        return prefix == 0 ? 0 : 0xFFFFFFFFL << (32 - prefix) & 0xFFFFFFFFL;
    }

    private static String dotted(long address) {
        return (address >> 24 & 255) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }

    @Override
    public String toString() {
        return dotted(address) + "/" + prefix;
    }
}
