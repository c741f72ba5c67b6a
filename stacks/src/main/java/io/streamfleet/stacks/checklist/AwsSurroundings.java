package io.streamfleet.stacks.checklist;

import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.plan.FleetPlan;
import io.streamfleet.core.plan.TierPlan;
import io.streamfleet.core.spec.Aws;
import io.streamfleet.core.spec.AwsAccessLogs;
import io.streamfleet.core.spec.AwsDns;
import io.streamfleet.core.spec.AwsEntry;
import io.streamfleet.core.spec.AwsExistingDatabase;
import io.streamfleet.core.spec.AwsNat;
import io.streamfleet.core.spec.AwsNetwork;
import io.streamfleet.core.spec.Database;
import io.streamfleet.core.spec.Notifications;
import io.streamfleet.core.spec.Tier;
import io.streamfleet.core.spec.Tls;
import java.util.Optional;

/** What stands around a deployment on AWS: certificate, zone, network, database, bucket, topic, quotas. */
final class AwsSurroundings {
    private final AwsCli cli;
    private final ClusterPlan plan;
    private final Aws aws;

    AwsSurroundings(AwsCli cli, ClusterPlan plan, Aws aws) {
        this.cli = cli;
        this.plan = plan;
        this.aws = aws;
    }

    Item certificate() {
        Item.Builder item = Item.about("The certificate");
        if (plan.spec().tls() instanceof Tls.AcmCertificate certificate) {
            return item.words("This must print ISSUED and names that cover "
                            + plan.spec().domain() + ":")
                    .command(cli.command("acm describe-certificate --certificate-arn " + certificate.arn()
                            + " --query 'Certificate.[Status,SubjectAlternativeNames]' --output text"))
                    .words("Where there is none yet, order it, make the record that proves it, and name its ARN:")
                    .command(cli.command("acm request-certificate --validation-method DNS --domain-name "
                            + plan.spec().domain() + " --output text"))
                    .build();
        }
        return item.words("Issued with the stack: the deployment waits until its record in the zone is seen from"
                        + " outside, so the zone must be delegated.")
                .build();
    }

    Item zone() {
        Item.Builder item = Item.about("The name " + plan.spec().domain());
        if (plan.spec().dns().isEmpty()) {
            return item.words("No dns in the description: after the deployment an output says which record to create.")
                    .build();
        }
        String zone = plan.spec().dns().get().zone();
        AwsDns dns = (AwsDns) plan.spec().dns().get().onCloud();
        return item.words("This must print " + zone + ". and False:")
                .command(cli.global("route53 get-hosted-zone --id " + dns.zoneId()
                        + " --query 'HostedZone.[Name,Config.PrivateZone]' --output text"))
                .words("And these two must print the same names, else the zone is not delegated:")
                .command(cli.global("route53 get-hosted-zone --id " + dns.zoneId()
                        + " --query DelegationSet.NameServers --output text"))
                .command("dig +short NS " + zone)
                .words("Where there is no zone yet:")
                .command(cli.global("route53 create-hosted-zone --name " + zone
                        + " --caller-reference \"$(date +%s)\" --query HostedZone.Id --output text"))
                .build();
    }

    Optional<Item> network(FleetPlan fleet) {
        if (!(aws.network() instanceof AwsNetwork.Existing existing)) {
            return Optional.empty();
        }
        Item.Builder item = Item.about("The VPC " + existing.vpc())
                .words("The Stream Managers find it by its Name tag, so this must print " + fleet.networkName() + ":")
                .command(cli.command("ec2 describe-vpcs --vpc-ids " + existing.vpc()
                        + " --query \"Vpcs[].Tags[?Key=='Name'].Value\" --output text"))
                .words("Else set vpcName to what it prints, or give it the tag:")
                .command(cli.command("ec2 create-tags --resources " + existing.vpc() + " --tags "
                        + Shell.word("Key=Name,Value=" + fleet.networkName())))
                .words("The subnets must be in the zones in which the description names them, and the private ones must"
                        + " reach out by a NAT gateway (or endpoints for Secrets Manager, EC2 and Auto Scaling):")
                .command(cli.command("ec2 describe-subnets --subnet-ids "
                        + Shell.words(existing.publicSubnets()) + " " + Shell.words(existing.privateSubnets())
                        + " --query 'Subnets[].[SubnetId,AvailabilityZone,VpcId]' --output text"));
        if (plan.entry().hasNodeEntry()) {
            item.words("The nodes find their way in by a private zone, so both of these must print true:")
                    .command(dnsAttribute(existing.vpc(), "enableDnsSupport", "EnableDnsSupport"))
                    .command(dnsAttribute(existing.vpc(), "enableDnsHostnames", "EnableDnsHostnames"));
        }
        return Optional.of(item.build());
    }

    private String dnsAttribute(String vpc, String attribute, String key) {
        return cli.command("ec2 describe-vpc-attribute --vpc-id " + vpc + " --attribute " + attribute + " --query "
                + key + ".Value");
    }

    Optional<Item> database() {
        if (!(plan.database().orElseThrow().database() instanceof Database.Existing existing)) {
            return Optional.empty();
        }
        AwsExistingDatabase onAws = (AwsExistingDatabase) existing.onCloud();
        String schema = plan.database().orElseThrow().schema();
        return Optional.of(Red5Words.existingDatabase(existing, schema)
                .words("The stack adds one rule to its security group, for the Stream Managers alone; this must print"
                        + " the VPC of the deployment:")
                .command(cli.command("ec2 describe-security-groups --group-ids " + onAws.securityGroup()
                        + " --query 'SecurityGroups[].VpcId' --output text"))
                .build());
    }

    Optional<Item> accessLogs() {
        if (!(((AwsEntry) plan.entry().entry().onCloud()).accessLogs() instanceof AwsAccessLogs.Bucket bucket)) {
            return Optional.empty();
        }
        String name = bucket.name();
        return Optional.of(Item.about("The bucket " + name)
                .words("In " + aws.region() + ", encrypted by S3's own keys (the load balancer takes no others), not"
                        + " public, and with a policy that lets the load balancer write. Tokens travel in URLs: who may"
                        + " read it reads them. Where it has no policy of its own yet:")
                .command("""
                        echo '{
                          "Version": "2012-10-17",
                          "Statement": [{
                            "Effect": "Allow",
                            "Principal": { "Service": "logdelivery.elasticloadbalancing.amazonaws.com" },
                            "Action": "s3:PutObject",
                            "Resource": "arn:PARTITION:s3:::BUCKET/*"
                          }]
                        }' > policy.json""".replace("PARTITION", cli.partition()).replace("BUCKET", name))
                .command(cli.command("s3api put-bucket-policy --bucket " + name + " --policy file://policy.json"))
                .build());
    }

    Optional<Item> notifications(Tier tier) {
        return tier.notifications().map(notifications -> {
            if (notifications instanceof Notifications.Email email) {
                return Item.about("Notifications")
                        .words(email.address() + " gets a message at the first deployment and must confirm it, else"
                                + " nothing arrives.")
                        .build();
            }
            String arn = ((Notifications.Topic) notifications).arn();
            return Item.about("Notifications")
                    .words("The topic must exist; this must print its ARN:")
                    .command(cli.command("sns get-topic-attributes --topic-arn " + arn
                            + " --query Attributes.TopicArn --output text"))
                    .build();
        });
    }

    Item quotas(TierPlan tier, FleetPlan fleet) {
        Item.Builder item = Item.about("Quotas")
                .words(Red5Words.most(tier, fleet) + " For the standard families:")
                .command(quota("ec2", "L-1216C47A"));
        if (aws.network() instanceof AwsNetwork.Create network) {
            int addresses =
                    network.nat() == AwsNat.PER_ZONE ? network.zones().size() : network.nat() == AwsNat.ONE ? 1 : 0;
            if (addresses > 0) {
                item.words("Elastic addresses, of which NAT takes " + addresses + " more:")
                        .command(quota("ec2", "L-0263D0A3"));
            }
            item.words("VPCs, one more:").command(quota("vpc", "L-F678F1CE"));
        }
        return item.build();
    }

    private String quota(String service, String code) {
        return cli.command("service-quotas get-service-quota --service-code " + service + " --quota-code " + code
                + " --query Quota.Value");
    }
}
