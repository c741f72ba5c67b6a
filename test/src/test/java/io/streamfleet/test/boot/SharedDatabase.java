package io.streamfleet.test.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The one database server, requiring TLS, that the suites of this package share; each test begins with an empty one. */
final class SharedDatabase {
    private static MariaDb server;

    private SharedDatabase() {}

    /** Returns the server without the cluster's schema. */
    static synchronized MariaDb empty() {
        if (server == null) {
            Path folder = folder();
            server = new MariaDb(folder, true);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                delete(folder);
            }));
        }
        server.admin("DROP DATABASE IF EXISTS cluster");
        return server;
    }

    /** Whether anything was made of the cluster's schema. */
    static boolean schemaIsThere() {
        return !server.admin("SHOW DATABASES LIKE 'cluster'").isEmpty();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("streamfleet-db");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
