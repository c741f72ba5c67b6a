package io.streamfleet.aws;

import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.reader.SpecReader;

/** Plans of clusters for tests: one that creates everything, and one of what exists. */
final class Clusters {
    private static final String CREATED = """
            name: live
            product: red5
            cloud: aws
            domain: live.example.com
            tags: { team: streaming }
            streamManager:
              image: { id: ami-0123456789abcdef0 }
              instanceType: c5.large
              group: { min: 2, max: 6 }
            database: { create: { instanceType: db.t4g.medium } }
            tls: { issue: {} }
            dns: { zone: example.com, zoneId: Z0123456789ABCDEFGHIJ }
            nodes:
              prefix: live-node
              image: red5pro-node-11
              keyPair: red5pro
              roles:
                origin: { min: 2, max: 10, instanceType: c5.large, capacity: 2000 }
                edge: { min: 2, max: 20, instanceType: c5.xlarge, capacity: 2000 }
            aws:
              account: "111122223333"
              region: us-east-1
              network: { create: { cidr: 10.20.0.0/16, zones: 3 } }
            """;

    private static final String EXISTING = """
            name: corp
            product: red5
            cloud: aws
            domain: streaming.example.com
            streamManager:
              image: { parameter: /corp/stream-manager/image }
              instanceType: c5.large
              group: { min: 2, max: 6 }
              sshFrom: [10.0.0.0/16]
              keyPair: operations
              secret: corp/stream-manager
            database:
              existing: { host: db.example.com, port: 3307, user: corp, securityGroup: sg-0fedcba9876543210 }
            entry:
              nodePath: { https: {} }
              adminFrom: [203.0.113.0/24]
              redirectHttp: false
              accessLogs: { bucket: corp-logs }
            tls: { certificate: "%s" }
            dns: { zone: example.com, zoneId: Z0123456789ABCDEFGHIJ, record: cname, ttl: 10m }
            nodes:
              prefix: corp-node
              image: red5pro-node-11
              keyPair: red5pro
              sshFrom: [10.0.0.0/16]
              regions: [us-east-1, eu-west-1]
              roles:
                origin: { min: 2, max: 10, instanceType: c5.large, capacity: 2000 }
                edge: { min: 2, max: 20, instanceType: c5.xlarge, capacity: 2000 }
            aws:
              account: "111122223333"
              region: us-east-1
              network:
                existing:
                  vpc: vpc-0123456789abcdef0
                  vpcName: corp
                  zones: [us-east-1a, us-east-1b]
                  publicSubnets: [subnet-00000000000000001, subnet-00000000000000002]
                  privateSubnets: [subnet-00000000000000003, subnet-00000000000000004]
            """.formatted(Samples.CERTIFICATE);

    private Clusters() {}

    static ClusterPlan created() {
        return plan(CREATED);
    }

    static ClusterPlan existing() {
        return plan(EXISTING);
    }

    /** Returns the plan of what exists, with sessions of ten minutes and servers that drain for five. */
    static ClusterPlan ofShortSessions() {
        return plan(EXISTING.replace("cloud: aws\n", "cloud: aws\nwebrtc: false\n")
                .replace("  adminFrom:", "  sessionTimeout: 10m\n  drain: 5m\n  adminFrom:"));
    }

    private static ClusterPlan plan(String description) {
        return ClusterPlan.of(SpecReader.parse("live.yaml", description).spec());
    }
}
