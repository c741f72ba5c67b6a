package io.streamfleet.core.boot;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The one document that carries a whole boot to a server: a {@code #cloud-config} document or a shell script, as its carrier
 * takes it.
 *
 * <p>It takes longer to write than all else of a plan, since it is compressed. So it is written when it is first asked for, and
 * once; another thread may ask ahead.
 */
public final class BootDocument {
    private final Boot boot;
    private BootText text;

    private BootDocument(Boot boot) {
        this.boot = boot;
    }

    /**
     * Returns the document of a boot.
     *
     * @throws IllegalArgumentException if two files have one path
     */
    public static BootDocument of(Boot boot) {
        requireNonNull(boot, "boot");
        distinct(boot.files());
        return new BootDocument(boot);
    }

    /** Returns what the document carries. */
    public Boot boot() {
        return boot;
    }

    /** Returns what brings it to a server. */
    public BootCarrier carrier() {
        return boot.carrier();
    }

    /** Returns the document, with the cloud's values still open. */
    public synchronized BootText text() {
        if (text == null) {
            text = switch (boot.carrier()) {
                case EC2_USER_DATA, AZURE_CUSTOM_DATA -> CloudConfig.text(boot);
                case GOOGLE_STARTUP_SCRIPT -> StartupScript.text(boot);
            };
        }
        return text;
    }

    /** Returns the document with the cloud's values put in as the given function writes them. */
    public String render(Function<CloudValue, String> values) {
        return text().render(values);
    }

    /** Returns the bytes that are known now, without the cloud's values. */
    public int literalBytes() {
        return text().literalBytes();
    }

    /** Returns the most bytes the document can have on a server, before any encoding. */
    public int maxBytes() {
        return text().maxBytes();
    }

    /**
     * Returns this document if its carrier takes it.
     *
     * @throws IllegalArgumentException if it could be larger, saying by how much
     */
    public BootDocument fitting() {
        int most = maxBytes();
        if (most > carrier().limitBytes()) {
            throw new IllegalArgumentException(carrier().title() + ": got up to " + most + " bytes (" + literalBytes()
                    + " written, " + (most - literalBytes()) + " for values of the cloud), must be at most "
                    + carrier().limitBytes());
        }
        return this;
    }

    /** Documents of the same boot are the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof BootDocument document && boot.equals(document.boot);
    }

    @Override
    public int hashCode() {
        return Objects.hash(boot);
    }

    @Override
    public String toString() {
        return "BootDocument[" + boot + "]";
    }

    private static void distinct(List<BootFile> files) {
        var seen = new HashSet<String>();
        String twice = files.stream()
                .map(BootFile::path)
                .filter(path -> !seen.add(path))
                .collect(Collectors.joining(", "));
        if (!twice.isEmpty()) {
            throw new IllegalArgumentException("boot files: two for one path: " + twice);
        }
    }
}
