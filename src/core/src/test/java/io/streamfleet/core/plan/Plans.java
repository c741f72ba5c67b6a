package io.streamfleet.core.plan;

import io.streamfleet.core.reader.SpecReader;
import java.util.ArrayList;
import java.util.List;

/** Plans of descriptions, and what is alike in them on every cloud. */
final class Plans {
    private static final List<String> OF_CLIENTS_AND_MANAGERS = List.of(
            "internet -> entry TCP 443 (clients: HTTPS and secure WebSockets)",
            "internet -> entry TCP 80 (browsers, redirected to HTTPS)",
            "entry -> streamManager TCP 5080 (client requests and health checks)",
            "streamManager -> database TCP 3306 (Stream Manager database)",
            "streamManager -> nodes TCP 5080 (node control and WebSocket proxy)",
            "streamManager -> internet TCP 443 (cloud APIs and secrets)",
            "streamManager -> internet TCP 80 (operating system packages)",
            "streamManager -> internet TCP 5080 (nodes by their public addresses)");

    private static final List<String> OF_NODE_ENTRY = List.of(
            "nodes -> nodeEntry TCP 5080 (nodes report to Stream Managers)",
            "nodeEntry -> streamManager TCP 5080 (node reports and health checks)");

    private static final List<String> OF_NODES = List.of(
            "internet -> nodes TCP 5080 (HTTP, WebSockets and HLS)",
            "internet -> nodes TCP 1935-1936 (RTMP and RTMPS)",
            "internet -> nodes TCP 8554 (RTSP)",
            "internet -> nodes TCP 8000-8100 (restreamer)",
            "internet -> nodes UDP 8000-8100 (restreamer and SRT)",
            "internet -> nodes UDP 40000-65535 (WebRTC media)",
            "nodes -> internet ANY (media to clients and other nodes)");

    private Plans() {}

    static ClusterPlan of(String text) {
        return ClusterPlan.of(SpecReader.parse("live.yaml", text).spec());
    }

    static List<String> flows(String text) {
        return of(text).flows().stream().map(Flow::toString).toList();
    }

    static List<String> costs(String text) {
        return of(text).costs().stream()
                .map(cost -> cost.what() + ": " + cost.howMuch())
                .toList();
    }

    /** The flows of Red5 Pro in a network of its own, without SSH. */
    static List<String> flowsOfRed5(boolean hasNodeEntry) {
        var flows = new ArrayList<>(OF_CLIENTS_AND_MANAGERS);
        flows.addAll(hasNodeEntry ? OF_NODE_ENTRY : List.of());
        flows.addAll(OF_NODES);
        return flows;
    }
}
