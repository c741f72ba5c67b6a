package io.streamfleet.core.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamfleet.core.spec.DatabaseTls;
import io.streamfleet.core.spec.Rollout;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Boot of a Stream Manager, and what differs on AWS. */
class StreamManagerBootTest {
    @Test
    void settings_createdDatabase_referToItsOwnSecret() throws Exception {
        JsonNode settings = Samples.settingsFile(Samples.created());

        assertThat(settings.toPrettyString()).isEqualTo("""
                        {
                          "cloud" : "aws",
                          "region" : "us-east-1",
                          "file" : "/usr/local/red5pro/webapps/streammanager/WEB-INF/red5-web.properties",
                          "schemaFile" : "/usr/local/red5pro/webapps/streammanager/WEB-INF/sql/cluster.sql",
                          "database" : {
                            "schema" : "cluster",
                            "tls" : "required"
                          },
                          "properties" : {
                            "config.dbHost" : "<databaseHost>",
                            "config.dbPort" : "3306",
                            "config.dbUser" : "streammanager",
                            "instancecontroller.instanceNamePrefix" : "live-node",
                            "proxy.enabled" : "true",
                            "aws.defaultzone" : "<defaultZone>",
                            "aws.operationTimeoutMilliseconds" : "200000",
                            "aws.ec2KeyPairName" : "red5pro",
                            "aws.ec2SecurityGroup" : "live-nodes",
                            "aws.defaultVPC" : "false",
                            "aws.vpcName" : "live",
                            "aws.faultZoneBlockMilliseconds" : "3600000"
                          },
                          "secrets" : [ {
                            "name" : "live-streammanager",
                            "required" : {
                              "cluster.password" : "clusterPassword",
                              "serverapi.accessToken" : "nodeApiToken",
                              "rest.administratorToken" : "administratorToken"
                            },
                            "optional" : {
                              "aws.accessKey" : "accessKey",
                              "aws.accessSecret" : "accessSecret"
                            }
                          }, {
                            "name" : "<databaseSecret>",
                            "required" : {
                              "config.dbPass" : "password"
                            },
                            "optional" : { }
                          } ]
                        }""");
    }

    @Test
    void settings_existingDatabase_passwordInTheTiersSecret() throws Exception {
        JsonNode settings = Samples.settingsFile(Samples.existing());

        assertThat(settings.at("/secrets")).hasSize(1);
        assertThat(settings.at("/secrets/0/required/config.dbPass").asText()).isEqualTo("databasePassword");
        assertThat(settings.at("/properties/config.dbPort").asText()).isEqualTo("3307");
    }

    @Test
    void settings_tlsOptional_saysSo() throws Exception {
        var login = DatabaseLogin.builder()
                .host(BootText.of("db.example.com"))
                .user("sm")
                .tls(DatabaseTls.OPTIONAL)
                .password(DatabasePassword.inTierSecret())
                .build();

        assertThat(Samples.settingsFile(Samples.settings(login, BootText.of("s")))
                        .at("/database/tls")
                        .asText())
                .isEqualTo("optional");
    }

    @Test
    void settings_textsThatJsonMustEscape_readBackTheSame() throws Exception {
        var login = DatabaseLogin.builder()
                .host(BootText.of("db"))
                .user("a\"b\\c\n\u00e9\ud83d\ude00\u007f")
                .password(DatabasePassword.inTierSecret())
                .build();

        assertThat(Samples.settingsFile(Samples.settings(login, BootText.of("s")))
                        .at("/properties/config.dbUser")
                        .asText())
                .isEqualTo("a\"b\\c\n\u00e9\ud83d\ude00\u007f");
    }

    @Test
    void values_createdDatabase_eachOnceInAFileOfTheirOwn() {
        assertThat(StreamManagerBoot.files(Samples.created()))
                .filteredOn(file -> !file.content().isLiteral())
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.path()).isEqualTo("/etc/streamfleet/values.json");
                    assertThat(file.content()).hasToString("""
                                    {
                                      "databaseHost": "<databaseHost>",
                                      "defaultZone": "<defaultZone>",
                                      "databaseSecret": "<databaseSecret>"
                                    }
                                    """);
                });
    }

    @Test
    void guard_settings_areSecondsAndWords() throws Exception {
        var guard = Guard.builder()
                .rollout(Rollout.IDLE)
                .retireAfter(Optional.of(Duration.ofHours(1)))
                .bound(Duration.ofHours(2))
                .build();
        var settings = Samples.settings(Samples.existing().database(), BootText.of("s"), guard);

        assertThat(Samples.json(settings, "guard.json").toPrettyString()).isEqualTo("""
                        {
                          "cloud" : "aws",
                          "region" : "us-east-1",
                          "server" : "red5pro.service",
                          "counter" : "red5",
                          "api" : "4.0",
                          "file" : "/usr/local/red5pro/webapps/streammanager/WEB-INF/red5-web.properties",
                          "hook" : "drain",
                          "rollout" : "idle",
                          "idle" : 120,
                          "retireAfter" : 3600,
                          "heartbeat" : 900,
                          "bound" : 7200,
                          "protect" : true
                        }""");
    }

    @Test
    void fails_hookTimeoutOutsideItsBounds_saysThem() {
        assertThatThrownBy(
                        () -> Guard.builder().heartbeat(Duration.ofSeconds(29)).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("guard.heartbeat: got 29s, must be 30s to 7200s");
        assertThatThrownBy(() -> Guard.builder().bound(Duration.ofHours(49)).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("guard.bound: got 176400s, must be 0s to 172800s");
    }

    @Test
    void userData_longestNames_fitsEc2() {
        // Names that do not compress, as long as a description may have them.
        var random = new Random(7);
        var settings = StreamManagerBootSettings.builder()
                .controller(AwsController.builder()
                        .region(BootText.of("ap-southeast-5"))
                        .defaultZone(BootText.of(CloudValues.DEFAULT_ZONE))
                        .keyPair(name(random, 63))
                        .securityGroup(name(random, 32))
                        .vpcName(name(random, 128))
                        .build())
                .secret(name(random, 128))
                .database(DatabaseLogin.builder()
                        .host(BootText.of(CloudValues.DATABASE_HOST))
                        .user(name(random, 16).toString())
                        .password(DatabasePassword.inOwnSecret(BootText.of(CloudValues.DATABASE_SECRET)))
                        .build())
                .nodePrefix(name(random, 23).toString())
                .guard(Guard.builder()
                        .rollout(Rollout.IDLE)
                        .retireAfter(Optional.of(Duration.ofDays(7)))
                        .build())
                .build();

        assertThat(StreamManagerBoot.document(settings).fitting().maxBytes())
                .isLessThanOrEqualTo(BootCarrier.EC2_USER_DATA.limitBytes());
    }

    @Test
    void userData_gate_isClosedBeforeAnyServiceStarts() {
        var boot = StreamManagerBoot.boot(Samples.created());

        assertThat(boot.early()).singleElement().satisfies(gate -> assertThat(gate.get(5))
                .contains("ConditionPathExists=/run/streamfleet/configured", "red5pro.service.d"));
        assertThat(boot.late())
                .containsExactly(
                        List.of("systemctl", "stop", "red5pro.service"),
                        List.of(
                                "systemctl",
                                "enable",
                                "--now",
                                "--no-block",
                                "streamfleet-boot.service",
                                "streamfleet-guard.service"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a-b", "a'b", "1a"})
    void fails_badSchemaName_saysWhatIsAllowed(String schema) {
        assertThatThrownBy(() -> DatabaseLogin.builder()
                        .host(BootText.of("db"))
                        .user("sm")
                        .schema(schema)
                        .password(DatabasePassword.inTierSecret())
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("database schema: got '" + schema
                        + "', must be letters, digits and underscores, a letter first");
    }

    private static BootText name(Random random, int length) {
        String letters = "abcdefghijklmnopqrstuvwxyz0123456789-";
        return BootText.of(random.ints(length, 0, letters.length())
                .mapToObj(i -> letters.substring(i, i + 1))
                .collect(Collectors.joining()));
    }
}
