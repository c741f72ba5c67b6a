package io.streamfleet.test.boot;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * What suites about one server begin with: its description says an existing database, which is empty; its tier's secret is
 * there; and it has not booted yet.
 */
abstract class OnScratchServer {
    @TempDir
    Path folder;

    MariaDb database;
    ScratchServer server;

    @BeforeAll
    static void tools() {
        Tools.forBoots();
    }

    /** The cloud that the server runs on. */
    abstract TestCloud cloud();

    @BeforeEach
    final void build() {
        database = SharedDatabase.empty();
        server = new ScratchServer(folder, cloud(), 1)
                .install(cloud().existing())
                .database(database.port());
        server.cloud.secrets.put(cloud().secret(), Secrets.json(Secrets.tier()));
    }

    @AfterEach
    final void close() {
        server.close();
    }
}
