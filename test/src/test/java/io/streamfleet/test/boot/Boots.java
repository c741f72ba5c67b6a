package io.streamfleet.test.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** The two ways in which a boot may end. */
final class Boots {
    private static final String STOPPED = "<3>the server stays stopped: ";

    private Boots() {}

    /** The server may start, and everything was set. */
    static Tool.Result starts(ScratchServer server) {
        Tool.Result boot = server.boot();
        assertThat(boot.status()).as(boot.all()).isZero();
        assertThat(boot.err()).isEmpty();
        assertThat(server.mayStart()).isTrue();
        assertThat(server.settings())
                .containsEntry("cluster.password", Secrets.CLUSTER)
                .containsEntry("config.dbPass", MariaDb.PASSWORD)
                .containsEntry("proxy.enabled", "true");
        return boot;
    }

    /** The server may not start, its settings are what they were, and exactly one line of error says why. Returns it. */
    static String staysStopped(ScratchServer server, String... before) {
        String settings = server.text();
        String mode = Tool.mode(server.path(ScratchServer.PROPERTIES));
        Tool.Result boot = server.boot(before);

        assertThat(boot.status()).as(boot.all()).isEqualTo(1);
        assertThat(server.mayStart()).as("the gate").isFalse();
        assertThat(server.text()).isEqualTo(settings);
        assertThat(Tool.mode(server.path(ScratchServer.PROPERTIES))).isEqualTo(mode);
        assertThat(boot.err().lines()).singleElement().asString().startsWith(STOPPED);
        return boot.err().strip().substring(STOPPED.length());
    }

    /** The same, for this very reason. */
    static void staysStopped(ScratchServer server, String why) {
        assertThat(staysStopped(server, new String[0])).isEqualTo(why);
    }

    /** Gives a server of the description with a database of its own what it reads. */
    static void ownPassword(ScratchServer server) {
        server.cloud.secrets.put("live-stream-manager", Secrets.without("databasePassword"));
        server.cloud.secrets.put(
                Descriptions.OWN_SECRET, Secrets.json(Map.of("username", "x", "password", MariaDb.PASSWORD)));
    }
}
