package io.streamfleet.core.boot;

import java.util.List;
import java.util.Optional;

/**
 * Boot files as a document carries them: those that hold values of the cloud stay text, so that the cloud can put its
 * values in; all others are one compressed archive, since a document with open values cannot be compressed as a whole.
 * The Python that the boot programs need anyway decodes and unpacks it.
 *
 * @param open the files with values of the cloud
 * @param archive all others, in base85; absent where there are none
 */
record Packed(List<BootFile> open, Optional<String> archive) {
    /** Where the archive lies on a server: on its disk, so that a boot that was cut short is made up for. */
    static final String PATH = "/etc/streamfleet/files";

    /** Unpacks the archive. */
    static final List<String> UNPACK = List.of(
            "python3",
            "-c",
            "import base64, io, tarfile; tarfile.open(fileobj=io.BytesIO(base64.b85decode(open('" + PATH
                    + "').read()))).extractall('/')");

    /** Where the cloud takes this much, an archive that is quick to make is as good as the smallest. */
    private static final int PLENTY_BYTES = 32_768;

    static Packed of(Boot boot) {
        var open = boot.files().stream()
                .filter(file -> !file.content().isLiteral())
                .toList();
        var literal =
                boot.files().stream().filter(file -> file.content().isLiteral()).toList();
        return new Packed(open, literal.isEmpty() ? Optional.empty() : Optional.of(archive(literal, boot.carrier())));
    }

    private static String archive(List<BootFile> files, BootCarrier carrier) {
        return Base85.encode(carrier.limitBytes() < PLENTY_BYTES ? Archive.tarXz(files) : Archive.quickTarXz(files));
    }
}
