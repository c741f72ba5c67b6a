package io.streamfleet.core.rules;

/** A good description on Google Cloud to change one thing of; {@link Live#told} says what is told of it then. */
final class LiveGoogle {
    static final String TEXT = """
            name: live
            product: red5
            cloud: google
            domain: live.example.com
            webrtc: true
            streamManager:
              image: { name: sm-11 }
              machineType: n2-standard-2
              group: { min: 2, max: 6 }
            database: { create: { tier: db-custom-2-7680 } }
            tls: { managed: {} }
            nodes:
              prefix: live-node
              image: red5pro-node-11
              roles:
                origin: { min: 2, max: 10, machineType: n2-standard-2, capacity: 2000 }
                edge: { min: 2, max: 20, machineType: n2-standard-2, capacity: 2000 }
            google:
              project: example-project
              regions: [us-central1]
              network: { create: { subnets: { us-central1: 10.20.0.0/20 } } }
            """;

    static final String NEW = "create: { subnets: { us-central1: 10.20.0.0/20 } }";

    /** An existing network, to stand for the new one. */
    static final String EXISTING = "existing: { network: projects/example-project/global/networks/corp,"
            + " subnetworks: { us-central1: projects/example-project/regions/us-central1/subnetworks/managers } }";

    private LiveGoogle() {}

    /** Returns the text with parts of it changed for others. */
    static String with(String... changes) {
        return Live.change(TEXT, changes);
    }

    /** Returns the text with a key more of the tier, on line 10. */
    static String tier(String line) {
        return with("  group: { min: 2, max: 6 }\n", "  group: { min: 2, max: 6 }\n  " + line + "\n");
    }

    /** Returns the text with a key more of the nodes, on line 15. */
    static String nodes(String line) {
        return with("  image: red5pro-node-11\n", "  image: red5pro-node-11\n  " + line + "\n");
    }

    /** Returns the text with a key more of the google block, on line 21. */
    static String google(String line) {
        return with("  regions: [us-central1]\n", "  regions: [us-central1]\n  " + line + "\n");
    }

    /** Returns the text with another network, on line 21. */
    static String network(String network) {
        return with(NEW, network);
    }

    /** Returns the text with a key more, on line 22. */
    static String top(String line) {
        return TEXT + line + "\n";
    }
}
