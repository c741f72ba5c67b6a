package io.streamfleet.core.boot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.tukaani.xz.BasicArrayCache;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.UnsupportedOptionsException;
import org.tukaani.xz.XZ;
import org.tukaani.xz.XZOutputStream;

/**
 * Packs boot files into one compressed tar archive, the same bytes on every machine.
 *
 * <p>XZ by a library in Java and not the JDK's gzip: that one compresses by whichever zlib the JDK is linked to, and
 * other bytes in user data would be a new template version, hence a rollout, for no change. It is smaller too. Owners
 * are root, times are zero.
 */
final class Archive {
    private static final int BLOCK = 512;
    /** More than any set of boot files; what a server sets aside to unpack. */
    private static final int DICTIONARY_BYTES = 1 << 20;

    private static final LZMA2Options SMALLEST =
            options(DICTIONARY_BYTES, LZMA2Options.MODE_NORMAL, LZMA2Options.MF_BT4, LZMA2Options.NICE_LEN_MAX);

    /** The tables of the search for repetitions grow with the dictionary, and take longer to clear than to use. */
    private static final LZMA2Options QUICK =
            options(DICTIONARY_BYTES / 16, LZMA2Options.MODE_FAST, LZMA2Options.MF_HC4, 128);

    /** What was compressed for files that all deployments have, of which there are as many sets as clouds. */
    private static final Map<List<BootFile>, byte[]> SAME = new ConcurrentHashMap<>();

    private Archive() {}

    /** Returns the files, none of which may hold a value of the cloud, as the smallest .tar.xz there is. */
    static byte[] tarXz(List<BootFile> files) {
        return xz(tar(files), SMALLEST);
    }

    /**
     * Returns the same, quick to make where many deployments are, some 6 % larger: what is their own is compressed by itself,
     * and what servers of all of them have was so before. An .xz file may be several, one behind the other.
     */
    static byte[] quickTarXz(List<BootFile> files) {
        // Settings alone are for the server alone to read; programs and units are for everyone, and the same for all.
        Map<Boolean, List<BootFile>> own =
                files.stream().collect(Collectors.partitioningBy(file -> file.mode() == FileMode.PRIVATE));
        var out = new ByteArrayOutputStream();
        out.writeBytes(SAME.computeIfAbsent(own.get(false), same -> xz(entries(same), QUICK)));
        out.writeBytes(xz(tar(own.get(true)), QUICK));
        return out.toByteArray();
    }

    /** Returns a POSIX ustar archive of the files, their paths relative to the root. */
    static byte[] tar(List<BootFile> files) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(entries(files));
        out.writeBytes(new byte[2 * BLOCK]);
        return out.toByteArray();
    }

    private static byte[] entries(List<BootFile> files) {
        var out = new ByteArrayOutputStream();
        for (BootFile file : files) {
            byte[] content = file.content().render(Archive::refuse).getBytes(UTF_8);
            out.writeBytes(header(file, content.length));
            out.writeBytes(content);
            out.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
        }
        return out.toByteArray();
    }

    private static byte[] header(BootFile file, int size) {
        byte[] header = new byte[BLOCK];
        put(header, 0, file.path().substring(1));
        put(header, 100, octal(7, file.mode().bits()));
        put(header, 108, "0000000");
        put(header, 116, "0000000");
        put(header, 124, octal(11, size));
        put(header, 136, "00000000000");
        // The checksum counts its own field as spaces.
        put(header, 148, "        ");
        put(header, 156, "0");
        put(header, 257, "ustar");
        put(header, 263, "00");
        int sum = 0;
        for (byte octet : header) {
            sum += octet & 0xff;
        }
        put(header, 148, octal(6, sum) + "\0 ");
        return header;
    }

    private static String octal(int digits, int number) {
        return String.format(Locale.ROOT, "%0" + digits + "o", number);
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    private static LZMA2Options options(int dictionaryBytes, int mode, int matchFinder, int niceLen) {
        try {
            var options = new LZMA2Options(LZMA2Options.PRESET_MAX);
            options.setDictSize(dictionaryBytes);
            // For text, which has no words of four bytes.
            options.setPb(0);
            options.setMode(mode);
            options.setMatchFinder(matchFinder);
            options.setNiceLen(niceLen);
            return options;
        } catch (UnsupportedOptionsException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] xz(byte[] data, LZMA2Options options) {
        var out = new ByteArrayOutputStream();
        // The tables of the search for repetitions, some 8 MiB, are used again; they are not seen in what is written.
        try (var xz = new XZOutputStream(out, options, XZ.CHECK_CRC32, BasicArrayCache.getInstance())) {
            xz.write(data);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static String refuse(CloudValue value) {
        throw new IllegalArgumentException("an archive cannot hold the cloud value " + value.name());
    }
}
