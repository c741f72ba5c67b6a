package io.streamfleet.stacks.checklist;

import io.streamfleet.core.spec.Aws;
import io.streamfleet.core.spec.AwsAccessLogs;
import io.streamfleet.core.spec.AwsDns;
import io.streamfleet.core.spec.AwsEntry;
import io.streamfleet.core.spec.AwsExistingDatabase;
import io.streamfleet.core.spec.AwsNat;
import io.streamfleet.core.spec.AwsNetwork;
import io.streamfleet.core.spec.Database;
import io.streamfleet.core.spec.Dns;
import io.streamfleet.core.spec.Notifications;
import io.streamfleet.core.spec.Tier;
import io.streamfleet.core.spec.Tls;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands around a deployment on AWS: certificate, zone, network, database, bucket, topic, quotas. */
final class AwsSurroundings implements Surroundings {
    private final Subject subject;
    private final AwsCli cli;
    private final Aws aws;

    AwsSurroundings(Subject subject, AwsCli cli) {
        this.subject = subject;
        this.cli = cli;
        this.aws = (Aws) subject.plan().spec().cloud();
    }

    @Override
    public void certificate(Item.Builder item) {
        if (subject.plan().spec().tls() instanceof Tls.AcmCertificate certificate) {
            item.words("This must print ISSUED and names that cover " + subject.domain() + ":")
                    .command(cli.command("acm describe-certificate --certificate-arn " + certificate.arn()
                            + " --query 'Certificate.[Status,SubjectAlternativeNames]' --output text"))
                    .words("Where there is none yet, order it, make the record that proves it, and name its ARN:")
                    .command(cli.command("acm request-certificate --validation-method DNS --domain-name "
                            + subject.domain() + " --output text"));
            return;
        }
        item.words(
                "Issued with the stack: the deployment waits until its record in the zone is seen from outside, so the"
                        + " zone must be delegated.");
    }

    @Override
    public void zone(Item.Builder item, Dns dns) {
        String zone = dns.zone();
        AwsDns onAws = (AwsDns) dns.onCloud();
        item.words("This must print " + zone + ". and False:")
                .command(cli.global("route53 get-hosted-zone --id " + onAws.zoneId()
                        + " --query 'HostedZone.[Name,Config.PrivateZone]' --output text"))
                .words("And these two must print the same names, else the zone is not delegated:")
                .command(cli.global("route53 get-hosted-zone --id " + onAws.zoneId()
                        + " --query DelegationSet.NameServers --output text"))
                .command("dig +short NS " + zone)
                .words("Where there is no zone yet:")
                .command(cli.global("route53 create-hosted-zone --name " + zone
                        + " --caller-reference \"$(date +%s)\" --query HostedZone.Id --output text"));
    }

    @Override
    public Optional<Item> network() {
        if (!(aws.network() instanceof AwsNetwork.Existing existing)) {
            return Optional.empty();
        }
        Item.Builder item = Item.about("The VPC " + existing.vpc())
                .words("The Stream Managers find it by its Name tag, so this must print "
                        + subject.fleet().networkName() + ":")
                .command(cli.command("ec2 describe-vpcs --vpc-ids " + existing.vpc()
                        + " --query \"Vpcs[].Tags[?Key=='Name'].Value\" --output text"))
                .words("Else set vpcName to what it prints, or give it the tag:")
                .command(cli.command("ec2 create-tags --resources " + existing.vpc() + " --tags "
                        + Shell.word("Key=Name,Value=" + subject.fleet().networkName())))
                .words("The subnets must be in the zones in which the description names them, and the private ones must"
                        + " reach out by a NAT gateway (or endpoints for Secrets Manager, EC2 and Auto Scaling):")
                .command(cli.command("ec2 describe-subnets --subnet-ids "
                        + Shell.words(existing.publicSubnets()) + " " + Shell.words(existing.privateSubnets())
                        + " --query 'Subnets[].[SubnetId,AvailabilityZone,VpcId]' --output text"));
        if (subject.plan().entry().hasNodeEntry()) {
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

    @Override
    public void database(Item.Builder item, Database.Existing existing) {
        AwsExistingDatabase onAws = (AwsExistingDatabase) existing.onCloud();
        item.words("The stack adds one rule to its security group, for the Stream Managers alone; this must print"
                        + " the VPC of the deployment:")
                .command(cli.command("ec2 describe-security-groups --group-ids " + onAws.securityGroup()
                        + " --query 'SecurityGroups[].VpcId' --output text"));
    }

    @Override
    public List<Item> others() {
        return Stream.of(accessLogs(), notifications(subject.tier().tier()))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Item> accessLogs() {
        if (!(((AwsEntry) subject.plan().entry().entry().onCloud()).accessLogs()
                instanceof AwsAccessLogs.Bucket bucket)) {
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

    private Optional<Item> notifications(Tier tier) {
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

    @Override
    public Item quotas() {
        Item.Builder item = Item.about("Quotas")
                .words(Red5Words.most(subject) + " For the standard families:")
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
