"""Makes what a description takes as given (image, certificate, zone, an existing network) in the emulator, and writes
the description anew with the ids that came out. Only ids change: every other key stays as shipped."""

import json
import re

import yaml


def at(tree, path):
    """The value at a path of keys, or None."""
    for name in path.split("."):
        tree = tree.get(name) if isinstance(tree, dict) else None
    return tree


class Surroundings:
    def __init__(self, client, text):
        self.client = client
        self.text = text
        self.tree = yaml.safe_load(text)
        # Ids that stay when the stack goes: they were never the stack's.
        self.kept = []

    def make(self):
        """Makes them, and returns the description's text with their ids."""
        self.image()
        self.certificate()
        self.zone()
        self.network()
        self.database()
        self.key_pairs()
        self.tier_secret()
        self.others()
        return self.text

    def put(self, old, new):
        pattern = rf"(?<![\w-]){re.escape(old)}(?![\w-])"
        self.text, times = re.subn(pattern, new, self.text)
        assert times, f"{old} is not in the description"

    def image(self):
        ec2 = self.client("ec2")
        made = ec2.register_image(Name="stream-manager", RootDeviceName="/dev/sda1", Architecture="x86_64")["ImageId"]
        named = at(self.tree, "streamManager.image.id")
        if named:
            self.put(named, made)
        parameter = at(self.tree, "streamManager.image.parameter")
        if parameter:
            self.client("ssm").put_parameter(Name=parameter, Type="String", DataType="aws:ec2:image", Value=made)

    def certificate(self):
        named = at(self.tree, "tls.certificate")
        if named:
            request = self.client("acm").request_certificate
            self.put(named, request(DomainName=self.tree["domain"], ValidationMethod="DNS")["CertificateArn"])

    def zone(self):
        named = at(self.tree, "dns.zoneId")
        if named:
            create = self.client("route53").create_hosted_zone
            zone = create(Name=self.tree["dns"]["zone"], CallerReference="surroundings")["HostedZone"]["Id"]
            self.put(named, zone.rsplit("/", 1)[1])

    def network(self):
        existing = at(self.tree, "aws.network.existing")
        if not existing:
            return
        ec2 = self.client("ec2")
        vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        ec2.create_tags(Resources=[vpc], Tags=[{"Key": "Name", "Value": existing["vpcName"]}])
        self.put(existing["vpc"], vpc)
        self.kept.append(vpc)
        for key, block in (("publicSubnets", 0), ("privateSubnets", 128)):
            for place, named in enumerate(existing[key]):
                made = ec2.create_subnet(
                    VpcId=vpc, CidrBlock=f"10.0.{block + place}.0/24", AvailabilityZone=existing["zones"][place]
                )
                self.put(named, made["Subnet"]["SubnetId"])
                self.kept.append(made["Subnet"]["SubnetId"])
        self.vpc = vpc

    def database(self):
        named = at(self.tree, "database.existing.securityGroup")
        if named:
            ec2 = self.client("ec2")
            made = ec2.create_security_group(GroupName="database", Description="Database", VpcId=self.vpc)["GroupId"]
            self.put(named, made)
            self.kept.append(made)

    def key_pairs(self):
        for path in ("streamManager.keyPair", "nodes.keyPair"):
            name = at(self.tree, path)
            if name and name not in self.kept:
                self.client("ec2").create_key_pair(KeyName=name)
                self.kept.append(name)

    def tier_secret(self):
        name = at(self.tree, "streamManager.secret") or f"{self.tree['name']}-stream-manager"
        keys = ("clusterPassword", "nodeApiToken", "administratorToken", "databasePassword")
        value = json.dumps({key: f"made-up-{key}" for key in keys})
        self.client("secretsmanager").create_secret(Name=name, SecretString=value)
        self.kept.append(name)

    def others(self):
        topic = at(self.tree, "streamManager.notifications.topic")
        if topic:
            assert self.client("sns").create_topic(Name=topic.rsplit(":", 1)[1])["TopicArn"] == topic
            self.kept.append(topic)
        bucket = at(self.tree, "entry.accessLogs.bucket")
        if bucket:
            region = self.tree["aws"]["region"]
            where = {} if region == "us-east-1" else {"CreateBucketConfiguration": {"LocationConstraint": region}}
            self.client("s3").create_bucket(Bucket=bucket, **where)
            self.kept.append(bucket)
