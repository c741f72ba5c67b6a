package io.streamfleet.core.boot;

import static java.util.Objects.requireNonNull;

/**
 * A file that is put on a server at its first boot, owned by root.
 *
 * @param path where it goes, absolute
 * @param mode who may read, write and run it
 * @param content its text; never a secret, only references to secrets
 */
public record BootFile(String path, FileMode mode, BootText content) {
    public BootFile {
        requireNonNull(mode, "mode");
        requireNonNull(content, "content");
        if (!path.matches("(/[A-Za-z0-9_][A-Za-z0-9._@-]*)+") || path.length() > 100) {
            throw new IllegalArgumentException("boot file '" + path
                    + "': the path must be absolute, of letters, digits and ._@-, and at most 100 characters");
        }
    }
}
