package io.streamfleet.test.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.test.boot.LoopbackCloud.Fault;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What only Azure has: secrets that are switched off, several identities of one server, a notice of a server's end. */
class OnAzureTest extends OnScratchServer {
    private static final TestCloud CLOUD = TestCloud.AZURE;

    @Override
    TestCloud cloud() {
        return CLOUD;
    }

    @Test
    void fails_disabledSecret_saysWhatToDo() {
        server.cloud.next(new Fault.Error(403, "SecretDisabled", "Operation get is not allowed on a disabled secret."));

        Boots.staysStopped(
                server, "secret " + CLOUD.secret() + ": its current version is disabled; enable it or add another");
    }

    @Test
    void fails_identityThatTheServerHasNot_saysSo() {
        Path values = server.path("etc/streamfleet/values.json");
        Tool.write(values, Tool.read(values).replace(LoopbackAzure.IDENTITY, "another"));

        Boots.staysStopped(
                server,
                "secrets: gave up after 0 s: instance metadata identity/oauth2/token: invalid_request Identity not found");
    }

    @Test
    void guard_noticeOfItsEnd_stopsTheServerAndLetsItGo() {
        Tools.machines();
        var cloud = new LoopbackAzure(CLOUD.id(1));
        cloud.secrets.put(CLOUD.secret(), Secrets.json(Secrets.tier()));
        try (cloud;
                var machine = new Machine(folder, CLOUD)) {
            machine.launch(CLOUD.id(1), Descriptions.machine(CLOUD, database.port(), "live-node"), cloud)
                    .on();
            machine.awaitServer();
            cloud.end();
            machine.until("the approval", () -> !cloud.approved().isEmpty());

            assertThat(cloud.approved()).isEqualTo(List.of("the-end"));
            assertThat(machine.state("red5pro.service")).isEqualTo("inactive");
            assertThat(machine.said("streamfleet-guard.service"))
                    .contains("{\"decision\": \"complete\", \"done\": \"completed\", \"sessions\": 0, \"why\": \"no "
                            + "session is left\"}");
        }
    }
}
