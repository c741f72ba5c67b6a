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

    static Packed of(List<BootFile> files) {
        var literal = files.stream().filter(file -> file.content().isLiteral()).toList();
        return new Packed(
                files.stream().filter(file -> !file.content().isLiteral()).toList(),
                literal.isEmpty() ? Optional.empty() : Optional.of(Base85.encode(Archive.tarXz(literal))));
    }
}
