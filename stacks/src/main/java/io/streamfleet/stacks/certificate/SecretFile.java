package io.streamfleet.stacks.certificate;

import io.streamfleet.stacks.refusal.Refusal;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/** A file that only its owner may read, from its first byte on; there as a whole or not at all. */
final class SecretFile {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path target;
    private final boolean force;

    /**
     * Names the file.
     *
     * @param force whether it replaces one that is there
     * @param inputs files that it never replaces
     * @throws Refusal when it may not be written there
     */
    SecretFile(Path target, boolean force, List<Path> inputs) {
        this.target = target;
        this.force = force;
        if (Files.isDirectory(target)) {
            throw new Refusal(target + ": got a folder, must be a file; name a file in it: -o FILE");
        }
        if (!Files.isDirectory(folder())) {
            throw new Refusal(target + ": its folder does not exist; make it, or name another file: -o FILE");
        }
        for (Path input : inputs) {
            if (isSame(input)) {
                throw new Refusal(
                        target + ": got a file that is read as well, must be another; name another file: -o FILE");
            }
        }
        if (!force && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw exists();
        }
    }

    /**
     * Writes the content.
     *
     * @throws Refusal when it cannot be written; then nothing is there but what was before
     */
    void write(byte[] content) {
        try {
            Path fresh = Files.createTempFile(folder(), ".pfx", "", OWNER_ALONE);
            try {
                Files.write(fresh, content, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
                put(fresh);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (FileAlreadyExistsException e) {
            throw exists();
        } catch (IOException e) {
            throw new Refusal(target + ": cannot be written; name a file in a folder where you may write: -o FILE", e);
        }
    }

    /** A move replaces what is there; a link never does, not even what came there a moment ago. */
    private void put(Path fresh) throws IOException {
        if (force) {
            move(fresh);
            return;
        }
        try {
            Files.createLink(target, fresh);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException e) {
            // Some file systems know no links. What is there was looked for before.
            move(fresh);
        }
    }

    private void move(Path fresh) throws IOException {
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path folder() {
        return target.toAbsolutePath().getParent();
    }

    private boolean isSame(Path input) {
        try {
            return Files.exists(target) && Files.exists(input) && Files.isSameFile(target, input);
        } catch (IOException e) {
            return false;
        }
    }

    private Refusal exists() {
        return new Refusal(target + ": exists and is left as it is; name another file, or replace it: --force");
    }
}
