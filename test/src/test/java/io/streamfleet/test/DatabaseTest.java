package io.streamfleet.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamfleet.core.spec.Database;
import io.streamfleet.core.spec.DatabaseTls;
import io.streamfleet.core.spec.Red5;
import io.streamfleet.test.Template.Resource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a template promises of the database and of secrets: private, encrypted, kept, and never a value. */
class DatabaseTest {
    private static final String CASES = "io.streamfleet.test.Shipped#aws";
    private static final String CREATED = "created";
    private static final String INSTANCE = "AWS::RDS::DBInstance";

    static Stream<Case> created() {
        return Shipped.aws().stream().filter(each -> database(each) instanceof Database.Create);
    }

    @ParameterizedTest
    @MethodSource(CREATED)
    @DisplayName("private, in private subnets of at least two zones")
    void database_place_isPrivate(Case each) {
        Resource instance = each.template().only(INSTANCE);

        assertThat(instance.property("PubliclyAccessible").asBoolean(true)).isFalse();
        Resource subnets = each.template().referred(instance.property("DBSubnetGroupName"));
        assertThat(subnets.property("SubnetIds").size()).isGreaterThanOrEqualTo(2);
        for (JsonNode subnet : subnets.property("SubnetIds")) {
            assertThat(each.template()
                            .referred(subnet)
                            .property("MapPublicIpOnLaunch")
                            .asBoolean(true))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource(CREATED)
    @DisplayName("encrypted gp3 storage, backups, snapshots with its tags")
    void database_storage_isEncryptedAndBackedUp(Case each) {
        Resource instance = each.template().only(INSTANCE);
        Database.Create create = (Database.Create) database(each);

        assertThat(instance.property("StorageEncrypted").asBoolean()).isTrue();
        assertThat(instance.text("StorageType")).isEqualTo("gp3");
        assertThat(instance.property("AllocatedStorage").asInt()).isEqualTo(create.storageGib());
        assertThat(instance.property("BackupRetentionPeriod").asInt())
                .isBetween(1, 35)
                .isEqualTo(create.backupDays());
        assertThat(instance.property("CopyTagsToSnapshot").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @MethodSource(CREATED)
    @DisplayName("protected from deletion, with a standby in another zone, unless said otherwise")
    void database_protection_isAsDescribed(Case each) {
        Resource instance = each.template().only(INSTANCE);
        Database.Create create = (Database.Create) database(each);

        assertThat(instance.property("DeletionProtection").asBoolean())
                .isEqualTo(each.plan().spec().protect());
        assertThat(instance.property("MultiAZ").asBoolean()).isEqualTo(create.highAvailability());
        assertThat(instance.json().path("DeletionPolicy").asText()).isEqualTo("Snapshot");
        assertThat(instance.json().path("UpdateReplacePolicy").asText()).isEqualTo("Snapshot");
    }

    @ParameterizedTest
    @MethodSource(CREATED)
    @DisplayName("only encrypted connections, unless the description says that its image cannot")
    void database_connections_areEncrypted(Case each) {
        Database.Create create = (Database.Create) database(each);
        Resource parameters =
                each.template().referred(each.template().only(INSTANCE).property("DBParameterGroupName"));

        assertThat(parameters.property("Parameters", "require_secure_transport").asText())
                .isEqualTo(create.tls() == DatabaseTls.REQUIRED ? "1" : "0");
    }

    @ParameterizedTest
    @MethodSource(CREATED)
    @DisplayName("MySQL of the described version, with the parameters of its family")
    void database_engine_isTheDescribedOne(Case each) {
        Resource instance = each.template().only(INSTANCE);
        String version = ((Database.Create) database(each)).version().version();

        assertThat(instance.text("Engine")).isEqualTo("mysql");
        assertThat(instance.text("EngineVersion")).startsWith(version);
        assertThat(each.template()
                        .referred(instance.property("DBParameterGroupName"))
                        .text("Family"))
                .isEqualTo("mysql" + version);
        assertThat(instance.text("DBName")).isEqualTo("cluster");
    }

    @ParameterizedTest
    @MethodSource(CREATED)
    @DisplayName("enhanced monitoring, and logs that leave the server")
    void database_monitoring_isOn(Case each) {
        Resource instance = each.template().only(INSTANCE);

        assertThat(instance.property("MonitoringInterval").asInt()).isBetween(1, 60);
        assertThat(instance.text("EnableCloudwatchLogsExports")).contains("error");
    }

    @ParameterizedTest
    @MethodSource(CREATED)
    @DisplayName("the password is generated by Secrets Manager, and stays: the managed one would rotate each week")
    void database_password_isGeneratedAndStays(Case each) {
        Resource instance = each.template().only(INSTANCE);
        Resource secret = each.template().only("AWS::SecretsManager::Secret");

        assertThat(instance.property("ManageMasterUserPassword").isMissingNode())
                .isTrue();
        assertThat(instance.text("MasterUserPassword"))
                .isEqualTo("{{resolve:secretsmanager:«" + secret.id() + "»:SecretString:password::}}");
        assertThat(secret.property("SecretString").isMissingNode()).isTrue();
        assertThat(secret.property("GenerateSecretString", "PasswordLength").asInt())
                .isGreaterThanOrEqualTo(24);
        assertThat(secret.text("GenerateSecretString", "SecretStringTemplate")).doesNotContainIgnoringCase("password");
        assertThat(each.template().all("AWS::SecretsManager::RotationSchedule")).isEmpty();
    }

    @Test
    @DisplayName("an existing database is used as it is: nothing of RDS is made")
    void existingDatabase_resources_areNone() {
        Template template = Shipped.aws("red5-aws-existing").template();

        assertThat(template.resources()).extracting(Resource::type).noneMatch(type -> type.startsWith("AWS::RDS::"));
        assertThat(template.all("AWS::SecretsManager::Secret")).isEmpty();
        assertThat(Template.text(template.json().at("/Outputs/DatabaseEndpoint/Value")))
                .isEqualTo("streaming.cluster-c0123456789a.eu-central-1.rds.amazonaws.com:3307");
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("the servers may read the tier's secret and the database's, and no other")
    void secrets_permissions_areForTwoAlone(Case each) {
        List<String> resources = each.template().resources().stream()
                .filter(resource -> resource.type().startsWith("AWS::IAM::"))
                .flatMap(resource -> Template.items(resource.property("PolicyDocument", "Statement")).stream())
                .filter(statement -> statement.path("Action").toString().contains("secretsmanager:"))
                .peek(statement -> assertThat(
                                Template.text(statement.path("Action")).split(","))
                        .isSubsetOf("secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"))
                .flatMap(statement -> statement.path("Resource").isArray()
                        ? Template.items(statement.path("Resource")).stream()
                        : Stream.of(statement.path("Resource")))
                .map(Template::text)
                .toList();
        String tier = each.plan().tiers().get(0).secretName();

        assertThat(resources)
                .hasSize(database(each) instanceof Database.Create ? 2 : 1)
                .anyMatch(resource -> resource.endsWith(":secret:" + tier + "-??????"))
                .allMatch(resource -> resource.endsWith(":secret:" + tier + "-??????") || resource.startsWith("«"));
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("a secret is resolved in the database's password alone, and boot files name secrets without values")
    void secrets_references_areInTheirPlaceAlone(Case each) {
        for (Resource resource : each.template().resources()) {
            String text = resource.json().toString();
            if (resource.type().equals(INSTANCE)) {
                assertThat(text.split("\\{\\{resolve:", -1))
                        .as(resource.toString())
                        .hasSize(2);
            } else {
                assertThat(text).as(resource.toString()).doesNotContain("{{resolve:");
            }
        }
        assertThat(each.template().json().path("Outputs").toString())
                .doesNotContain("resolve:")
                .doesNotContain("Secret");
    }

    private static Database database(Case each) {
        return ((Red5) each.plan().spec().product()).database();
    }
}
