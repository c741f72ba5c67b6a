package io.streamfleet.stacks.certificate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a PFX file is made of, and where it goes.
 *
 * @param chain PEM file of the server's certificate, followed by its issuers
 * @param key PEM file of the certificate's private key
 * @param keyPasswordFile file of the key's passphrase; empty for a key without one
 * @param output the file to write
 * @param passwordFile file of the new file's password; empty for a file without one
 * @param host the host that the certificate must name; empty where that is not checked
 * @param force whether a file that is there is replaced
 */
public record PfxRequest(
        Path chain,
        Path key,
        Optional<Path> keyPasswordFile,
        Path output,
        Optional<Path> passwordFile,
        Optional<String> host,
        boolean force) {
    List<Path> inputs() {
        return Stream.concat(
                        Stream.of(chain, key),
                        Stream.of(keyPasswordFile, passwordFile).flatMap(Optional::stream))
                .toList();
    }
}
