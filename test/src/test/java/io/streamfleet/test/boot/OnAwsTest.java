package io.streamfleet.test.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What only AWS has: keys of the controller in the tier's secret, a secret of the database's own, session tokens. */
class OnAwsTest extends OnScratchServer {
    private static final TestCloud CLOUD = TestCloud.AWS;

    @Override
    TestCloud cloud() {
        return CLOUD;
    }

    @Test
    void boot_controllerKeysInTheSecret_areSet() {
        var secret = Secrets.tier();
        secret.put("accessKey", "AKIAEXAMPLE");
        secret.put("accessSecret", "canary/+key");
        server.cloud.secrets.put(CLOUD.secret(), Secrets.json(secret));

        assertThat(server.boot().status()).isZero();
        assertThat(server.settings())
                .containsEntry("aws.accessKey", "AKIAEXAMPLE")
                .containsEntry("aws.accessSecret", "canary/+key");
    }

    @Test
    void boot_databaseOfItsOwn_readsItsPasswordFromItsSecret() {
        try (var own = new ScratchServer(folder, CLOUD, 3).install(Descriptions.created("required"))) {
            Boots.ownPassword(own);
            own.database(database.port());

            Tool.Result boot = own.boot();
            assertThat(boot.status()).as(boot.all()).isZero();
            assertThat(own.cloud.calls()).containsExactly("live-stream-manager", Descriptions.OWN_SECRET);
            assertThat(own.settings())
                    .containsEntry("config.dbPass", MariaDb.PASSWORD)
                    .containsEntry("aws.defaultzone", "eu-central-1a");
        }
    }

    @Test
    void fails_halfOfTheControllerKeys_asksForTheOther() {
        server.cloud.secrets.put(CLOUD.secret(), Secrets.with("accessKey", "canary"));

        Boots.staysStopped(
                server,
                "secret " + CLOUD.secret() + ": accessSecret missing or empty; put it in it, see streamfleet "
                        + "checklist");
    }

    @Test
    void boot_sessionTokenThatEndsAtOnce_isAskedForAnew() {
        // Every answer comes after the token's end, but for the one asked right after it was made.
        server.patience(60);
        ((LoopbackAws) server.cloud).tokenLife(Duration.ofMillis(150));

        Boots.starts(server);
    }
}
