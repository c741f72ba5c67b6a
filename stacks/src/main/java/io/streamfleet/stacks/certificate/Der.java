package io.streamfleet.stacks.certificate;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Puts keys of the older forms into PKCS #8 (RFC 5208), the only one that the JDK reads: the same key, under a header that
 * says of which kind it is.
 */
final class Der {
    private static final int INTEGER = 0x02;
    private static final int OCTETS = 0x04;
    private static final int SEQUENCE = 0x30;
    /** The curve within a SEC 1 key: its element 0. */
    private static final int CURVE = 0xA0;

    private static final byte[] VERSION = {INTEGER, 1, 0};
    /** The object identifier 1.2.840.113549.1.1.1 and its empty parameters. */
    private static final byte[] RSA = HexFormat.of().parseHex("06092a864886f70d0101010500");
    /** The object identifier 1.2.840.10045.2.1; its parameters are the curve. */
    private static final byte[] EC = HexFormat.of().parseHex("06072a8648ce3d0201");

    private Der() {}

    /** Wraps an {@code RSAPrivateKey} of PKCS #1 (RFC 8017). */
    static byte[] ofRsa(byte[] key) {
        return element(SEQUENCE, VERSION, element(SEQUENCE, RSA), element(OCTETS, key));
    }

    /** Wraps an {@code ECPrivateKey} of SEC 1 (RFC 5915); empty where it does not say on which curve it is. */
    static Optional<byte[]> ofEc(byte[] key) {
        return curve(key).map(curve -> element(SEQUENCE, VERSION, element(SEQUENCE, EC, curve), element(OCTETS, key)));
    }

    private static Optional<byte[]> curve(byte[] key) {
        try {
            ByteBuffer outer = ByteBuffer.wrap(key);
            outer.get();
            ByteBuffer elements = content(outer);
            while (elements.hasRemaining()) {
                int tag = elements.get() & 0xFF;
                ByteBuffer content = content(elements);
                if (tag == CURVE) {
                    byte[] curve = new byte[content.remaining()];
                    content.get(curve);
                    return Optional.of(curve);
                }
            }
            return Optional.empty();
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Reads an element's length and passes over its content, which is returned. */
    private static ByteBuffer content(ByteBuffer from) {
        int length = from.get() & 0xFF;
        if (length > 0x7F) {
            int digits = length & 0x7F;
            length = 0;
            for (int i = 0; i < digits; i++) {
                length = length << 8 | from.get() & 0xFF;
            }
        }
        ByteBuffer content = from.slice();
        content.limit(length);
        from.position(from.position() + length);
        return content;
    }

    private static byte[] element(int tag, byte[]... contents) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] each : contents) {
            content.writeBytes(each);
        }
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        writeLength(element, content.size());
        element.writeBytes(content.toByteArray());
        return element.toByteArray();
    }

    private static void writeLength(ByteArrayOutputStream out, int length) {
        if (length <= 0x7F) {
            out.write(length);
            return;
        }
        int digits = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
        out.write(0x80 | digits);
        for (int shift = 8 * (digits - 1); shift >= 0; shift -= 8) {
            out.write(length >> shift);
        }
    }
}
