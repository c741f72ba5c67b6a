package io.streamfleet.test.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.test.boot.LoopbackCloud.Fault;
import org.junit.jupiter.api.Test;

/** What only Google Cloud has: versions of a secret, checksums, a header by which metadata servers know each other. */
class OnGoogleTest extends OnScratchServer {
    private static final TestCloud CLOUD = TestCloud.GOOGLE;

    @Override
    TestCloud cloud() {
        return CLOUD;
    }

    @Test
    void fails_disabledVersion_saysWhatToDo() {
        server.cloud.next(new Fault.Error(400, "FAILED_PRECONDITION", "Secret Version is in DISABLED state."));

        Boots.staysStopped(
                server,
                "secret " + CLOUD.secret() + ": its latest version is disabled or destroyed; enable it or add "
                        + "another");
    }

    @Test
    void fails_damagedAnswer_isNotWritten() {
        server.cloud.next(new Fault.Text("{\"payload\": {\"data\": \"e30=\", \"dataCrc32c\": \"4711\"}}"));

        Boots.staysStopped(server, "secrets: gave up after 0 s: secret " + CLOUD.secret() + ": the answer is damaged");
    }

    @Test
    void fails_anotherServerAtTheMetadataAddress_isNotBelieved() {
        ((LoopbackGoogle) server.cloud).flavor("Other");

        assertThat(Boots.staysStopped(server))
                .startsWith("identity: gave up after 0 s: what answers at 127.0.0.1:")
                .endsWith(" is not Google's metadata server");
    }

    @Test
    void script_ofAnotherDeploymentsImage_replacesEveryFile() {
        Tool.write(server.path("etc/streamfleet/values.json"), "{\"databaseHost\": \"captured\"}");
        Tool.write(server.path("etc/streamfleet/stream-manager.json"), "captured");
        server.path("run/streamfleet-files").toFile().delete();
        server.install(CLOUD.existing()).database(database.port());

        Boots.starts(server);
    }

    @Test
    void script_again_keepsWhatIsThere() {
        String here = Tool.read(server.path("etc/streamfleet/stream-manager.json"));

        // The database's port was changed in it.
        server.install(CLOUD.existing());
        assertThat(Tool.read(server.path("etc/streamfleet/stream-manager.json")))
                .isEqualTo(here);
        assertThat(Tool.mode(server.path("etc/streamfleet/stream-manager.json")))
                .isEqualTo("600");
    }

    @Test
    void fails_scriptWithoutPython_leavesNoMark() {
        server.path("run/streamfleet-files").toFile().delete();
        String text = CLOUD.existing().render(Descriptions::value).replace("python3 -c", "no-python3 -c");

        Tool.Result result = server.startupScript(text);
        assertThat(result.status()).isEqualTo(127);
        assertThat(result.err()).contains("no-python3").doesNotContain("canary");
        assertThat(server.path("run/streamfleet-files")).doesNotExist();
    }
}
