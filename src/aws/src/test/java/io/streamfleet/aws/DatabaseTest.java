package io.streamfleet.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.construct.DatabaseSettings;
import io.streamfleet.core.spec.MysqlVersion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.constructs.Construct;

class DatabaseTest {
    private static final String INSTANCE = "AWS::RDS::DBInstance";

    private static Synth usual;
    private static Synth unusual;
    private static Synth existing;

    private static DatabasePropsBuilder database(Construct scope) {
        return DatabaseProps.builder().network(Samples.network(scope)).instanceClass("db.t4g.medium");
    }

    private static void open(Construct scope, IDatabase database) {
        new DatabaseAccess(
                scope,
                "Access",
                DatabaseAccessProps.builder()
                        .database(database)
                        .servers(SecurityGroup.fromSecurityGroupId(scope, "Servers", "sg-0123456789abcdef0"))
                        .build());
    }

    @BeforeAll
    static void synthesise() {
        usual = Synth.of(stack ->
                open(stack, new Database(stack, "Database", database(stack).build())));
        unusual = Synth.of(stack -> new Database(
                stack,
                "Database",
                database(stack)
                        .settings(DatabaseSettings.builder()
                                .version(MysqlVersion.V8_0)
                                .storageGib(100)
                                .highAvailability(false)
                                .backupDays(35)
                                .requireTls(false)
                                .user("admin1")
                                .isProtected(false)
                                .build())
                        .port(3307)
                        .build()));
        existing = Synth.of(stack -> open(
                stack,
                Database.fromDatabaseAttributes(
                        stack,
                        "Database",
                        DatabaseAttributes.builder()
                                .host("db.example.com")
                                .port(3310)
                                .user("streammanager")
                                .securityGroupId("sg-0fedcba9876543210")
                                .build())));
    }

    @Test
    void database_instance_isPrivateEncryptedAndHighlyAvailable() {
        assertThat(usual.only(INSTANCE))
                .containsEntry("Engine", "mysql")
                .containsEntry("EngineVersion", "8.4")
                .containsEntry("DBInstanceClass", "db.t4g.medium")
                .containsEntry("DBName", "cluster")
                .containsEntry("MultiAZ", true)
                .containsEntry("PubliclyAccessible", false)
                .containsEntry("StorageEncrypted", true)
                .containsEntry("StorageType", "gp3")
                .containsEntry("AllocatedStorage", "20")
                .containsEntry("BackupRetentionPeriod", 7)
                .containsEntry("CopyTagsToSnapshot", true)
                .containsEntry("AutoMinorVersionUpgrade", true)
                .containsEntry("DeletionProtection", true)
                .containsEntry("MonitoringInterval", 60)
                .containsEntry("CACertificateIdentifier", "rds-ca-rsa2048-g1")
                .containsEntry("EnableCloudwatchLogsExports", List.of("error", "slowquery"))
                .doesNotContainKeys("DBInstanceIdentifier", "ManageMasterUserPassword");
        assertThat(usual.only("AWS::RDS::DBSubnetGroup"))
                .containsEntry("SubnetIds", List.of("subnet-00000000000000003", "subnet-00000000000000004"));
    }

    @Test
    void database_version_isThePrefixThatRdsKeepsCurrentAndCheckersAreToldSo() {
        assertThat(usual.resources(INSTANCE).get(0).get("Metadata").toString()).contains("ignore_checks=[E3691]");
    }

    @Test
    void database_choices_areAcknowledgedWhereTheyAreMadeAlone() {
        assertThat(usual.resources(INSTANCE).get(0).get("Metadata").toString())
                .contains("AwsSolutions-RDS11")
                .doesNotContain("AwsSolutions-RDS10", "AwsSolutions-RDS3");
        assertThat(unusual.resources(INSTANCE).get(0).get("Metadata").toString())
                .contains("AwsSolutions-RDS10", "AwsSolutions-RDS3,");
    }

    @Test
    void database_deleted_leavesASnapshotWhetherProtectedOrNot() {
        assertThat(List.of(
                        usual.resources(INSTANCE).get(0),
                        unusual.resources(INSTANCE).get(0)))
                .allSatisfy(instance -> assertThat(instance)
                        .containsEntry("DeletionPolicy", "Snapshot")
                        .containsEntry("UpdateReplacePolicy", "Snapshot"));
    }

    @Test
    void database_password_isGeneratedAndOnlyReferredTo() {
        Map<String, Object> secret = usual.only("AWS::SecretsManager::Secret");
        assertThat(secret.get("GenerateSecretString"))
                .isEqualTo(Map.of(
                        "ExcludeCharacters", " !\"#$%&'()*+,/:;<=>?@[\\]^`{|}~",
                        "GenerateStringKey", "password",
                        "PasswordLength", 30,
                        "SecretStringTemplate", "{\"username\":\"streammanager\"}"));
        assertThat(secret).doesNotContainKey("SecretString");
        assertThat(usual.only(INSTANCE).get("MasterUserPassword").toString())
                .contains("{{resolve:secretsmanager:", ":SecretString:password::}}");
        assertThat(usual.only("AWS::SecretsManager::SecretTargetAttachment"))
                .containsEntry("TargetType", "AWS::RDS::DBInstance");
    }

    @Test
    void database_monitoringRole_isLentToRdsOfThisAccountAlone() {
        assertThat(usual.properties("AWS::IAM::Role"))
                .singleElement()
                .extracting(role -> role.get("AssumeRolePolicyDocument"))
                .isEqualTo(Map.of(
                        "Version",
                        "2012-10-17",
                        "Statement",
                        List.of(Map.of(
                                "Effect",
                                "Allow",
                                "Action",
                                "sts:AssumeRole",
                                "Principal",
                                Map.of("Service", "monitoring.rds.amazonaws.com"),
                                "Condition",
                                Map.of("StringEquals", Map.of("aws:SourceAccount", "111122223333"))))));
    }

    @Test
    void database_tls_isRequiredUnlessOptional() {
        assertThat(usual.only("AWS::RDS::DBParameterGroup"))
                .containsEntry("Family", "mysql8.4")
                .containsEntry(
                        "Parameters",
                        Map.of("require_secure_transport", "1", "slow_query_log", "1", "log_output", "FILE"));
        assertThat(unusual.only("AWS::RDS::DBParameterGroup").get("Parameters").toString())
                .contains("require_secure_transport=0");
    }

    @Test
    void database_otherwise_asAsked() {
        assertThat(unusual.only(INSTANCE))
                .containsEntry("EngineVersion", "8.0")
                .containsEntry("MultiAZ", false)
                .containsEntry("AllocatedStorage", "100")
                .containsEntry("BackupRetentionPeriod", 35)
                .containsEntry("DeletionProtection", false)
                .containsEntry("Port", "3307");
        assertThat(unusual.only("AWS::SecretsManager::Secret").toString()).contains("admin1");
    }

    @Test
    void access_created_isOpenToTheServersAlone() {
        Map<String, Object> rule = usual.only("AWS::EC2::SecurityGroupIngress");
        assertThat(rule)
                .containsEntry("IpProtocol", "tcp")
                .containsEntry("FromPort", 3306)
                .containsEntry("ToPort", 3306)
                .containsEntry("SourceSecurityGroupId", "sg-0123456789abcdef0")
                .doesNotContainKeys("CidrIp", "CidrIpv6");
        assertThat(rule.get("GroupId").toString()).contains("DatabaseSecurityGroup");
        assertThat(usual.only("AWS::EC2::SecurityGroup")).doesNotContainKey("SecurityGroupIngress");
        assertThat(usual.only("AWS::EC2::SecurityGroupEgress")).containsEntry("GroupId", "sg-0123456789abcdef0");
    }

    @Test
    void access_existing_addsOneRuleToItsGroupAndNothingElse() {
        assertThat(existing.types())
                .containsExactlyInAnyOrder("AWS::EC2::SecurityGroupIngress", "AWS::EC2::SecurityGroupEgress");
        assertThat(existing.only("AWS::EC2::SecurityGroupIngress"))
                .containsEntry("GroupId", "sg-0fedcba9876543210")
                .containsEntry("SourceSecurityGroupId", "sg-0123456789abcdef0")
                .containsEntry("FromPort", 3310);
    }

    @Test
    void database_nothing_isLookedUpOrWarnedOf() {
        assertThat(usual.warnings()).isEmpty();
        assertThat(usual.looksUp()).isFalse();
    }

    @Test
    void fails_propsOutsideTheLimitsOfRds_allAtOnce() {
        assertThatThrownBy(() -> DatabaseProps.builder()
                        .instanceClass("t4g.medium")
                        .settings(DatabaseSettings.builder()
                                .storageGib(65537)
                                .backupDays(36)
                                .build())
                        .port(1149)
                        .build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("""
                        instanceClass: got t4g.medium, must be a database instance class, such as db.t4g.medium
                        network: must be given
                        port: got 1149, must be 1150 to 65535
                        settings.backupDays: got 36, must be at most 35
                        settings.storageGib: got 65537, must be at most 65536""");
    }

    @Test
    void fails_existingDatabaseWithoutItsNames() {
        assertThatThrownBy(() -> DatabaseAttributes.builder().build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("host: must be given\nsecurityGroupId: must be given\nuser: must be given");
    }
}
