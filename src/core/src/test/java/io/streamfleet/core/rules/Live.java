package io.streamfleet.core.rules;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import io.streamfleet.core.reader.SpecReader;
import io.streamfleet.core.spec.ClusterSpec;
import java.util.List;

/** A good description to change one thing of, and what is told of it then. */
final class Live {
    static final String CERTIFICATE =
            "arn:aws:acm:us-east-1:111122223333:certificate/0f0e0d0c-0000-4000-8000-000000000000";

    static final String TEXT = """
            name: live
            product: red5
            cloud: aws
            domain: live.example.com
            webrtc: true
            streamManager:
              image: { id: ami-0123456789abcdef0 }
              instanceType: c5.large
              group: { min: 2, max: 6 }
            database: { create: { instanceType: db.t4g.medium } }
            tls: { certificate: "%s" }
            dns: { zone: example.com, zoneId: Z0123456789ABCDEFGHIJ }
            nodes:
              prefix: live-node
              image: red5pro-node-11
              keyPair: red5pro
              roles:
                origin: { min: 2, max: 10, instanceType: c5.large, capacity: 2000 }
                edge: { min: 2, max: 20, instanceType: c5.large, capacity: 2000 }
            aws:
              account: "111122223333"
              region: us-east-1
              network: { create: { cidr: 10.20.0.0/16, zones: 3 } }
            """.formatted(CERTIFICATE);

    /** An existing network, to stand for the new one. */
    static final String EXISTING =
            "existing: { vpc: vpc-0123456789abcdef0, vpcName: corp, zones: [us-east-1a, us-east-1b],"
                    + " publicSubnets: [subnet-00000001, subnet-00000002],"
                    + " privateSubnets: [subnet-00000003, subnet-00000004] }";

    static final String NEW = "create: { cidr: 10.20.0.0/16, zones: 3 }";

    private Live() {}

    /** Returns the text with one part of it changed for another; both in turn. */
    static String with(String... changes) {
        return change(TEXT, changes);
    }

    /** Returns a text with parts of it changed. */
    static String change(String text, String... changes) {
        String changed = text;
        for (int i = 0; i < changes.length; i += 2) {
            if (!changed.contains(changes[i])) {
                throw new IllegalArgumentException("no " + changes[i]);
            }
            changed = changed.replace(changes[i], changes[i + 1]);
        }
        return changed;
    }

    /** Returns the text with a key more of the tier, on line 10. */
    static String tier(String line) {
        return with("  group: { min: 2, max: 6 }\n", "  group: { min: 2, max: 6 }\n  " + line + "\n");
    }

    /** Returns the text with a key more of the nodes, on line 17. */
    static String nodes(String line) {
        return with("  keyPair: red5pro\n", "  keyPair: red5pro\n  " + line + "\n");
    }

    /** Returns the text with a key more, on line 24. */
    static String top(String line) {
        return TEXT + line + "\n";
    }

    /** Returns a text without WebRTC. */
    static String noWebRtc(String text) {
        return change(text, "webrtc: true", "webrtc: false");
    }

    /** Returns everything that is told of a text, warnings included, each with its place. */
    static List<String> told(String text) {
        try {
            return SpecReader.parse("live.yaml", text).warnings().stream()
                    .map(warning -> "warning: " + warning.message())
                    .toList();
        } catch (InvalidSpecException e) {
            return e.violations().stream()
                    .map(each -> (each.severity() == Violation.Severity.WARNING ? "warning: " : "") + each.message())
                    .toList();
        }
    }

    /** Returns what a good text says. */
    static ClusterSpec spec(String text) {
        return SpecReader.parse("live.yaml", text).spec();
    }
}
