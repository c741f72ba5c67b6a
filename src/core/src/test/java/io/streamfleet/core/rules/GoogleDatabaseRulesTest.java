package io.streamfleet.core.rules;

import static io.streamfleet.core.rules.Live.told;
import static io.streamfleet.core.rules.LiveGoogle.EXISTING;
import static io.streamfleet.core.rules.LiveGoogle.NEW;
import static io.streamfleet.core.rules.LiveGoogle.tier;
import static io.streamfleet.core.rules.LiveGoogle.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused of databases on Google Cloud. */
class GoogleDatabaseRulesTest {
    private static final String TIER = "machineType: n2-standard-2\n  group";

    private static final String DATABASE = "create: { tier: db-custom-2-7680 }";

    private static String database(String more) {
        return with(DATABASE, "create: { tier: db-custom-2-7680, " + more + " }");
    }

    private static String existing(String host) {
        return with(DATABASE, "existing: { host: " + host + ", user: live }");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "db.t4g.medium | a tier of Cloud SQL, db-custom-PROCESSORS-MEMORY in MiB, such as db-custom-2-7680",
                "n2-standard-2 | a tier of Cloud SQL, db-custom-PROCESSORS-MEMORY in MiB, such as db-custom-2-7680",
                "db-perf-optimized-N-2 | of the edition Enterprise, since Enterprise Plus is not offered; take one such as db-custom-4-15360",
                "db-custom-3-7680 | of 1 processor, or an even number up to 96",
                "db-custom-98-99840 | of 1 processor, or an even number up to 96",
                "db-custom-2-3584 | of 3840 to 13312 MiB for 2 processors, a multiple of 256",
                "db-custom-2-7700 | of 3840 to 13312 MiB for 2 processors, a multiple of 256",
                "db-custom-2-13568 | of 3840 to 13312 MiB for 2 processors, a multiple of 256",
                "db-custom-16-14592 | of 14848 to 106496 MiB for 16 processors, a multiple of 256"
            })
    void fails_databaseTier(String tier, String allowed) {
        assertThat(told(with("db-custom-2-7680", tier)))
                .containsExactly("database.create.tier: got " + tier + ", must be " + allowed + " (live.yaml:10:23)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db-custom-1-3840",
                "db-custom-1-6656",
                "db-custom-2-13312",
                "db-custom-16-14848",
                "db-custom-96-638976",
                "db-n1-standard-1",
                "db-n1-highmem-64"
            })
    void check_databaseTier_passes(String tier) {
        assertThat(told(with("db-custom-2-7680", tier))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"db-f1-micro", "db-g1-small"})
    void warns_databaseOfASharedProcessor(String tier) {
        assertThat(told(with("db-custom-2-7680", tier)))
                .containsExactly(
                        "warning: database.create.tier: got " + tier + ", must be of processors of its own for a"
                                + " deployment that matters: Google promises nothing of this one; take one such as"
                                + " db-custom-2-7680 (live.yaml:10:23)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"root", "cloudsqladmin", "select"})
    void fails_databaseUser(String user) {
        assertThat(told(database("user: " + user)))
                .containsExactly(
                        "database.create.user: got " + user + ", must be a name that neither Cloud SQL nor MySQL"
                                + " reserves; take another, such as streammanager (live.yaml:10:47)");
    }

    @Test
    void fails_publicDatabaseOfUnknownAddresses() {
        assertThat(told(Live.change(database("access: public"), NEW, EXISTING)))
                .containsExactly(
                        "database.create.access: got public with google.network.existing.nat: false, must be private,"
                                + " since the servers' public addresses are not known; set access: private, or change that"
                                + " (live.yaml:10:47)");
        assertThat(told(Live.change(database("access: public"), TIER, "publicAddress: true\n  " + TIER)))
                .containsExactly(
                        "database.create.access: got public with streamManager.publicAddress: true, must be private,"
                                + " since servers with addresses of their own do not use the NAT gateways'; set access: private, or"
                                + " change that (live.yaml:11:47)");
    }

    @Test
    void check_publicDatabaseWithNat_passes() {
        assertThat(told(database("access: public"))).isEmpty();
        assertThat(told(Live.change(
                        database("access: public"), NEW, EXISTING.replace("managers } }", "managers }, nat: true }"))))
                .isEmpty();
    }

    @Test
    void fails_passwordVersionOfNone() {
        assertThat(told(database("passwordVersion: 0")))
                .containsExactly("database.create.passwordVersion: got 0, must be 1 to 1000000 (live.yaml:10:47)");
    }

    @Test
    void fails_existingDatabaseThatIsTheEntry() {
        assertThat(told(existing("live.example.com")))
                .containsExactly(
                        "database.existing.host: got live.example.com, must be the database's own name, not the"
                                + " entry's (live.yaml:10:25)");
        assertThat(told(existing("203.0.113.7") + "entry: { address: 203.0.113.7 }\n"))
                .containsExactly("database.existing.host: got 203.0.113.7, must be the database's own address, not"
                        + " entry.address (live.yaml:10:25)");
    }

    @Test
    void warns_existingDatabaseOverTheInternet() {
        assertThat(told(existing("203.0.113.9")))
                .containsExactly(
                        "warning: database.existing.host: got 203.0.113.9, must be a private address, or the database"
                                + " is reached over the internet (live.yaml:10:25)");
        assertThat(told(existing("10.60.0.3"))).isEmpty();
    }

    @Test
    void fails_existingDatabaseHiddenByTheNodesZone() {
        assertThat(told(existing("db.live.example.com") + "entry: { nodePath: { internal: {} } }\n"))
                .containsExactly("database.existing.host: got db.live.example.com, must be a name that is not below"
                        + " live.example.com, since the nodes' private zone hides what is below it from the network; give the"
                        + " database's name of elsewhere, or set entry.nodePath: {https: {}} (live.yaml:10:25)");
        assertThat(told(existing("db.live.example.com"))).isEmpty();
    }
}
