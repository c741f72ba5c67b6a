package io.streamfleet.core.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamfleet.core.spec.DatabaseTls;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamManagerBootTest {
    @Test
    void settings_createdDatabase_referToItsOwnSecret() throws Exception {
        JsonNode settings = settings(Samples.created());

        assertThat(settings.toPrettyString()).isEqualTo("""
                        {
                          "cloud" : "aws",
                          "region" : "us-east-1",
                          "file" : "/usr/local/red5pro/webapps/streammanager/WEB-INF/red5-web.properties",
                          "schemaFile" : "/usr/local/red5pro/webapps/streammanager/WEB-INF/sql/cluster.sql",
                          "database" : {
                            "host" : "<databaseHost>",
                            "port" : 3306,
                            "user" : "streammanager",
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
        JsonNode settings = settings(Samples.existing());

        assertThat(settings.at("/secrets")).hasSize(1);
        assertThat(settings.at("/secrets/0/required/config.dbPass").asText()).isEqualTo("databasePassword");
        assertThat(settings.at("/database/port").asInt()).isEqualTo(3307);
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

        assertThat(settings(Samples.settings(login, BootText.of("s")))
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

        assertThat(settings(Samples.settings(login, BootText.of("s")))
                        .at("/database/user")
                        .asText())
                .isEqualTo("a\"b\\c\n\u00e9\ud83d\ude00\u007f");
    }

    @Test
    void files_anyDatabase_onlySettingsHoldCloudValues() {
        assertThat(StreamManagerBoot.files(Samples.created()))
                .filteredOn(file -> !file.content().isLiteral())
                .extracting(BootFile::path)
                .containsExactly("/etc/streamfleet/stream-manager.json");
    }

    @Test
    void userData_longestNames_fitsEc2() {
        var login = DatabaseLogin.builder()
                .host(BootText.of(CloudValues.DATABASE_HOST))
                .user("u".repeat(16))
                .password(DatabasePassword.inOwnSecret(BootText.of(CloudValues.DATABASE_SECRET)))
                .build();
        var data = StreamManagerBoot.userData(Samples.settings(login, BootText.of("s".repeat(128))));

        assertThat(data.fitting(UserData.EC2_BYTES).maxBytes()).isBetween(data.literalBytes(), UserData.EC2_BYTES);
    }

    @Test
    void userData_gate_isClosedBeforeAnyServiceStarts() {
        var boot = StreamManagerBoot.boot(Samples.created());

        assertThat(boot.early()).singleElement().satisfies(gate -> assertThat(gate.get(2))
                .contains("ConditionPathExists=/run/streamfleet/configured", "red5pro.service.d"));
        assertThat(boot.late())
                .containsExactly(
                        List.of("systemctl", "daemon-reload"),
                        List.of("systemctl", "stop", "red5pro.service"),
                        List.of("systemctl", "enable", "streamfleet-boot.service"),
                        List.of("systemctl", "start", "--no-block", "streamfleet-boot.service"));
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

    private static JsonNode settings(StreamManagerBootSettings settings) throws Exception {
        String text = StreamManagerBoot.files(settings).get(0).content().toString();
        return new ObjectMapper().readTree(text);
    }
}
