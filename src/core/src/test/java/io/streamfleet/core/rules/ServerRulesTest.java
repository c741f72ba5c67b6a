package io.streamfleet.core.rules;

import static io.streamfleet.core.rules.Live.change;
import static io.streamfleet.core.rules.Live.tier;
import static io.streamfleet.core.rules.Live.told;
import static io.streamfleet.core.rules.Live.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerRulesTest {
    private static final String DATABASE = "create: { instanceType: db.t4g.medium }";
    private static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:live";

    private static String managers(String type) {
        return with("  instanceType: c5.large\n", "  instanceType: " + type + "\n");
    }

    private static String database(String type) {
        return with("db.t4g.medium", type);
    }

    private static String host(String host) {
        return with(DATABASE, "existing: { host: " + host + ", user: live, securityGroup: sg-0123456789abcdef0 }");
    }

    private static String image(String parameter) {
        return with("{ id: ami-0123456789abcdef0 }", "{ parameter: " + parameter + " }");
    }

    private static String topic(String arn) {
        return tier("notifications: { topic: \"" + arn + "\" }");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "F2Standard_F2",
                "Standard_F2",
                "c5",
                "c5.",
                "c5.1xlarge",
                "c5.huge",
                "large.c5",
                "n1-standard-2",
                "C5.large",
                "c5.large.",
                "db.m5.large",
                "c5.metal-"
            })
    void fails_instanceTypeThatIsNone(String type) {
        assertThat(told(managers(type)))
                .singleElement()
                .asString()
                .startsWith("streamManager.instanceType: got " + type + ", must be ")
                .endsWith("such as c5.large (live.yaml:8:3)");
    }

    @Test
    void fails_instanceTypeOfNodesThatIsNone() {
        assertThat(told(with("max: 20, instanceType: c5.large", "max: 20, instanceType: F2Standard_F2")))
                .containsExactly(
                        "nodes.roles.edge.instanceType: got F2Standard_F2, must be an EC2 instance type, family and "
                                + "size, such as c5.large (live.yaml:19:30)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c5.large",
                "t3a.nano",
                "m7i-flex.8xlarge",
                "g4dn.metal",
                "gr6.4xlarge",
                "u-6tb1.112xlarge",
                "u7in-16tb.224xlarge",
                "x2iedn.32xlarge",
                "c7i.metal-48xl",
                "p4de.24xlarge",
                "hpc6id.32xlarge",
                "mac2-m2pro.metal",
                "inf2.xlarge",
                "vt1.3xlarge",
                "p6-b200.48xlarge"
            })
    void check_instanceType_passes(String type) {
        assertThat(told(managers(type))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"c6g.large", "t4g.medium", "a1.xlarge", "im4gn.large", "is4gen.large", "c7gn.metal", "g5g.xlarge"
            })
    void warns_armServers(String type) {
        assertThat(told(managers(type)))
                .containsExactly("warning: streamManager.instanceType: got " + type
                        + ", an ARM type, must be of the image's own "
                        + "architecture; see that the image is arm64 (live.yaml:8:3)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/nvme0n1", "/dev/root", "/dev/hda1"})
    void fails_rootDeviceThatEc2DoesNotMap(String device) {
        assertThat(told(tier("rootDevice: " + device)))
                .containsExactly(
                        "streamManager.rootDevice: got " + device + ", must be the image's root device as EC2 maps it, "
                                + "such as /dev/sda1 or /dev/xvda; see it by aws ec2 describe-images --query "
                                + "Images[].RootDeviceName (live.yaml:10:3)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/sda1", "/dev/sda", "/dev/xvda", "/dev/xvda1"})
    void check_rootDevice_passes(String device) {
        assertThat(told(tier("rootDevice: " + device))).isEmpty();
    }

    @Test
    void fails_parameterTooDeep() {
        assertThat(told(image("/a".repeat(16))))
                .containsExactly(
                        "streamManager.image.parameter: got a name of 16 levels, must be of at most 15, the most that "
                                + "SSM has (live.yaml:7:12)");
    }

    @Test
    void warns_parameterOfAws() {
        assertThat(told(image("/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64")))
                .containsExactly("warning: streamManager.image.parameter: got "
                        + "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64, must be a parameter of your "
                        + "own, since AWS's hold images without a Stream Manager; build an image and put its id into a "
                        + "parameter (live.yaml:7:12)");
    }

    @Test
    void check_parameter_passes() {
        assertThat(told(image("/a".repeat(15)))).isEmpty();
    }

    @Test
    void fails_topicOfAnotherRegion() {
        assertThat(told(topic(TOPIC.replace("us-east-1", "eu-west-1"))))
                .containsExactly(
                        "streamManager.notifications.topic: got a topic in eu-west-1, must be in aws.region (us-east-1); "
                                + "create one there, or set email (live.yaml:10:20)");
    }

    @Test
    void fails_topicOfAnotherPartition() {
        assertThat(told(topic(TOPIC.replace("arn:aws:", "arn:aws-us-gov:"))))
                .containsExactly(
                        "streamManager.notifications.topic: got an ARN of partition aws-us-gov, must be of aws, the "
                                + "partition of us-east-1; create one there, or set email (live.yaml:10:20)");
    }

    @Test
    void warns_topicOfAnotherAccount() {
        assertThat(told(topic(TOPIC.replace("111122223333", "444455556666"))))
                .containsExactly(
                        "warning: streamManager.notifications.topic: got a topic of account 444455556666, must be of "
                                + "aws.account (111122223333); see that its policy lets EC2 Auto Scaling of this account publish "
                                + "(live.yaml:10:20)");
    }

    @Test
    void check_topicOfTheRegion_passes() {
        assertThat(told(topic(TOPIC))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"db.t4g.nano", "db.m6g.metal", "db.medium", "db-f1-micro", "db.", "GP_Standard_D2ds_v4"})
    void fails_databaseClassThatIsNone(String type) {
        assertThat(told(database(type)))
                .singleElement()
                .asString()
                .startsWith("database.create.instanceType: got " + type + ", must be a")
                .endsWith("such as db.t4g.medium (live.yaml:10:23)");
    }

    @Test
    void fails_databaseClassWithoutItsPrefix() {
        assertThat(told(database("t4g.medium")))
                .containsExactly("database.create.instanceType: got t4g.medium, must be an RDS instance class, such as "
                        + "db.t4g.medium; did you mean db.t4g.medium? (live.yaml:10:23)");
    }

    @Test
    void warns_databaseClassOfAnOldFamily() {
        assertThat(told(database("db.t2.medium")))
                .containsExactly(
                        "warning: database.create.instanceType: got db.t2.medium, must be of a current family, since RDS "
                                + "gives this one to no new database; take db.t4g, db.m7g or db.r7g (live.yaml:10:23)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"db.t3.micro", "db.m6gd.16xlarge", "db.r7g.large", "db.x2iedn.32xlarge"})
    void check_databaseClass_passes(String type) {
        assertThat(told(database(type))).isEmpty();
    }

    @Test
    void fails_publicDatabase() {
        assertThat(told(with(DATABASE, "create: { instanceType: db.t4g.medium, access: public }")))
                .containsExactly(
                        "database.create.access: got public, must be private on aws: the Stream Managers are in the "
                                + "database's own VPC; remove the key (live.yaml:10:52)");
    }

    @Test
    void check_privateDatabase_passes() {
        assertThat(told(with(DATABASE, "create: { instanceType: db.t4g.medium, access: private }")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0", "169.254.169.254"})
    void fails_databaseThatNoOtherServerReaches(String host) {
        assertThat(told(host(host)))
                .containsExactly("database.existing.host: got " + host
                        + ", must be an address that other servers reach (live.yaml:10:25)");
    }

    @Test
    void fails_databaseAddressThatIsNone() {
        assertThat(told(host("10.0.0.256")))
                .containsExactly(
                        "database.existing.host: got 10.0.0.256, must be a host name, or an IPv4 address of four "
                                + "numbers 0 to 255 (live.yaml:10:25)");
    }

    @Test
    void fails_databaseThatIsTheEntry() {
        assertThat(told(host("live.example.com")))
                .containsExactly(
                        "database.existing.host: got live.example.com, must be the database's own name, not the "
                                + "entry's (live.yaml:10:25)");
    }

    @Test
    void fails_databaseOfAnotherRegion() {
        assertThat(told(host("live.c0123456789a.eu-west-1.rds.amazonaws.com")))
                .containsExactly(
                        "database.existing.host: got live.c0123456789a.eu-west-1.rds.amazonaws.com, must be a database "
                                + "in aws.region (us-east-1); security groups and VPCs end at the region: take a database there "
                                + "(live.yaml:10:25)");
    }

    @Test
    void fails_databaseHiddenByTheNodesZone() {
        assertThat(told(host("db.live.example.com")))
                .containsExactly("database.existing.host: got db.live.example.com, must be a name that is not below "
                        + "live.example.com, since the nodes' private zone hides what is below it from the network; give the "
                        + "database's name of elsewhere, or set entry.nodePath: {https: {}} (live.yaml:10:25)");
        assertThat(told(host("db.live.example.com") + "entry: { nodePath: { https: {} } }\n"))
                .isEmpty();
        assertThat(told(host("dblive.example.com"))).isEmpty();
    }

    @Test
    void warns_databaseOnTheInternet() {
        assertThat(told(host("203.0.113.9")))
                .containsExactly(
                        "warning: database.existing.host: got 203.0.113.9, must be a private address, or the database "
                                + "is reached over the internet (live.yaml:10:25)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.3.7", "db.example.com", "live.cluster-c0123456789a.us-east-1.rds.amazonaws.com"})
    void check_databaseWithinReach_passes(String host) {
        assertThat(told(host(host))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rdsadmin", "select", "KEY", "groups"})
    void fails_reservedDatabaseUser(String user) {
        assertThat(told(with(DATABASE, "create: { instanceType: db.t4g.medium, user: " + user + " }")))
                .containsExactly(
                        "database.create.user: got " + user + ", must be a name that neither RDS nor MySQL reserves; "
                                + "take another, such as streammanager (live.yaml:10:52)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"streammanager", "admin", "live_1"})
    void check_databaseUser_passes(String user) {
        assertThat(told(with(DATABASE, "create: { instanceType: db.t4g.medium, user: " + user + " }")))
                .isEmpty();
    }

    @Test
    void check_wordsReservedByRds_areThoseOfADatabaseThatIsCreated() {
        assertThat(told(change(host("db.example.com"), "user: live", "user: rdsadmin")))
                .isEmpty();
    }
}
