package io.streamfleet.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.paths.PathRule;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.services.secretsmanager.Secret;

/** A cluster of parts that its caller made. */
class Red5ClusterPartsTest {
    @Test
    void cluster_partsThatAreThere_areUsedInstead() {
        Synth synth = Synth.of(stack -> {
            INetwork network = Samples.network(stack);
            IDatabase database = Database.fromDatabaseAttributes(
                    stack,
                    "Mine",
                    DatabaseAttributes.builder()
                            .host("mine.example.com")
                            .user("streammanager")
                            .securityGroupId("sg-0fedcba9876543210")
                            .secret(Optional.of(Secret.fromSecretCompleteArn(
                                    stack,
                                    "Password",
                                    "arn:aws:secretsmanager:us-east-1:111122223333:secret:mine-a1b2c3")))
                            .build());
            Red5Cluster cluster = new Red5Cluster(
                    stack,
                    "Cluster",
                    Red5ClusterProps.builder()
                            .plan(Clusters.created())
                            .network(network)
                            .database(database)
                            .certificate(EntryCertificate.fromArn(Samples.CERTIFICATE))
                            .accessLogs(AccessLogs.existing("mine-logs"))
                            .paths(List.of(PathRule.forward("Page", 500, "^/page\\.html$")))
                            .build());
            assertThat(cluster.network()).isSameAs(network);
            assertThat(cluster.database()).isSameAs(database);
        });
        assertThat(synth.types())
                .doesNotContain(
                        "AWS::EC2::VPC",
                        "AWS::RDS::DBInstance",
                        "AWS::CertificateManager::Certificate",
                        "AWS::S3::Bucket");
        assertThat(synth.properties("AWS::ElasticLoadBalancingV2::ListenerRule"))
                .extracting(rule -> rule.get("Priority"))
                .contains(500);
        assertThat(synth.template().toString()).contains("mine.example.com", "mine-logs", "secret:mine-a1b2c3");
    }

    @Test
    void fails_partsThatDoNotFitThePlan() {
        Synth.of(stack -> {
            INetwork other = Network.fromAttributes(
                    stack,
                    "Other",
                    new NetworkAttributes(
                            "vpc-0123456789abcdef0",
                            Optional.of("other"),
                            List.of("us-east-1a"),
                            List.of("subnet-00000000000000001"),
                            List.of("subnet-00000000000000003")));
            IDatabase withoutSecret = Database.fromDatabaseAttributes(
                    stack,
                    "Database",
                    DatabaseAttributes.builder()
                            .host("mine.example.com")
                            .user("streammanager")
                            .securityGroupId("sg-0fedcba9876543210")
                            .build());
            assertThatThrownBy(() -> Red5ClusterProps.builder()
                            .plan(Clusters.created())
                            .network(other)
                            .database(withoutSecret)
                            .build())
                    .isInstanceOf(InvalidSpecException.class)
                    .hasMessage(
                            "database: got a database without a secret, must be one whose password is in a secret of"
                                    + " its own; set DatabaseAttributes.secret, or describe it as database.existing\n"
                                    + "network: got a VPC of another name, must be one whose Name tag is the plan's, by which"
                                    + " Stream Managers find it; name it in the description: aws.network.existing.vpcName");
            assertThatThrownBy(() -> Red5ClusterProps.builder()
                            .plan(Clusters.existing())
                            .database(withoutSecret)
                            .build())
                    .isInstanceOf(InvalidSpecException.class)
                    .hasMessage(
                            "database: got a database beside the description's existing one, must be one of the two");
        });
        assertThatThrownBy(() -> Red5ClusterProps.builder().build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("plan: must be given");
    }
}
