package io.streamfleet.google;

import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.reader.SpecReader;
import io.streamfleet.terraform.Synth;

/** Descriptions of whole clusters. */
final class Descriptions {
    /** All created, in two regions, with WebRTC: the vendor's document. */
    static final String CREATED = """
            name: live
            product: red5
            cloud: google
            domain: live.example.com
            tags: { team: streaming }
            streamManager:
              image: { fromDisk: projects/example-project/zones/us-central1-a/disks/sm-11 }
              machineType: n1-standard-2
              group: { min: 2, max: 6 }
              notifications: { email: operations@example.com }
            database: { create: { tier: db-custom-2-7680, passwordVersion: 2 } }
            tls: { managed: {} }
            dns: { zone: example.com, managedZone: example-zone }
            nodes:
              prefix: live-node
              image: red5pro-node-11
              roles:
                origin: { min: 2, max: 10, machineType: n1-standard-2, capacity: 2000 }
                edge: { min: 2, max: 20, machineType: n1-standard-2, capacity: 2000 }
            google:
              project: example-project
              regions: [us-central1, europe-west1]
              zones: { europe-west1: [europe-west1-b, europe-west1-c] }
              network: { create: { subnets: { us-central1: 10.20.0.0/20, europe-west1: 10.20.16.0/20 } } }
            """;

    /** Nothing created that may exist, without WebRTC and protection, nodes by an entry of their own. */
    static final String EXISTING = """
            name: corp
            product: red5
            cloud: google
            domain: streaming.example.com
            webrtc: false
            protect: false
            streamManager:
              image: { name: sm-11, project: corp-images }
              machineType: n4-standard-2
              group: { min: 1, max: 4 }
              scaleOut: { cpuPercent: 50 }
              scaleIn: { window: 10m, maxRemoved: 2 }
              schedule:
                day: { cron: 0 8 * * MON-FRI, timeZone: Europe/Berlin, min: 3, max: 4 }
                night: { cron: 0 20 * * MON-FRI, timeZone: Europe/Berlin, min: 1, max: 4 }
              sshFrom: [10.0.0.0/16]
              secret: corp-secret
            database: { existing: { host: db.example.com, port: 3307, user: corp } }
            entry:
              nodePath: { internal: {} }
              adminFrom: [203.0.113.0/24]
              redirectHttp: false
              sessionTimeout: 10m
              drain: 5m
              address: 203.0.113.7
            tls: { certificate: corp-certificate }
            backend: { gcs: { bucket: corp-state } }
            nodes:
              prefix: corp-node
              image: red5pro-node-11
              roles:
                origin: { min: 1, max: 2, machineType: n1-standard-2, capacity: 500 }
                edge: { min: 1, max: 2, machineType: n1-standard-2, capacity: 500 }
            google:
              project: corp-project
              regions: [europe-west1]
              network:
                existing:
                  network: projects/corp-project/global/networks/corp
                  subnetworks: { europe-west1: projects/corp-project/regions/europe-west1/subnetworks/servers }
                  nat: true
            """;

    private Descriptions() {}

    static ClusterPlan plan(String description) {
        return ClusterPlan.of(SpecReader.parse("test.yaml", description).spec());
    }

    /** Returns the stack of a description. */
    static Synth stack(String description) {
        return Synth.ofApp(app -> Red5Stack.of(app, plan(description)));
    }
}
