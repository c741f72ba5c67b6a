package io.streamfleet.core.boot;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The one document that carries a whole boot to a server.
 *
 * @param carrier what brings it there, which also says its form: a {@code #cloud-config} document or a shell script
 * @param text the document, with the cloud's values still open
 */
public record BootDocument(BootCarrier carrier, BootText text) {
    public BootDocument {
        requireNonNull(carrier, "carrier");
        requireNonNull(text, "text");
    }

    /**
     * Returns the document of a boot.
     *
     * @throws IllegalArgumentException if two files have one path
     */
    public static BootDocument of(Boot boot) {
        distinct(boot.files());
        return new BootDocument(
                boot.carrier(),
                switch (boot.carrier()) {
                    case EC2_USER_DATA, AZURE_CUSTOM_DATA -> CloudConfig.text(boot);
                    case GOOGLE_STARTUP_SCRIPT -> StartupScript.text(boot);
                });
    }

    /** Returns the document with the cloud's values put in as the given function writes them. */
    public String render(Function<CloudValue, String> values) {
        return text.render(values);
    }

    /** Returns the bytes that are known now, without the cloud's values. */
    public int literalBytes() {
        return text.literalBytes();
    }

    /** Returns the most bytes the document can have on a server, before any encoding. */
    public int maxBytes() {
        return text.maxBytes();
    }

    /**
     * Returns this document if its carrier takes it.
     *
     * @throws IllegalArgumentException if it could be larger, saying by how much
     */
    public BootDocument fitting() {
        if (maxBytes() > carrier.limitBytes()) {
            throw new IllegalArgumentException(carrier.title() + ": got up to " + maxBytes() + " bytes ("
                    + literalBytes() + " written, " + (maxBytes() - literalBytes())
                    + " for values of the cloud), must be at most " + carrier.limitBytes());
        }
        return this;
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
