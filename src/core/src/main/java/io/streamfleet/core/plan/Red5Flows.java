package io.streamfleet.core.plan;

import io.streamfleet.core.spec.Red5;
import io.streamfleet.core.value.Cidr;
import io.streamfleet.core.value.PortRange;
import io.streamfleet.core.value.Ports;
import java.util.ArrayList;
import java.util.List;

/**
 * Who may open connections to whom in a Red5 Pro cluster. Ports are the vendor's (Red5 Pro server requirements); 8081,
 * 8083 and 6262 belong to releases before 5.4 and stay closed.
 */
final class Red5Flows {
    private static final Party MANAGERS = Party.tier(Red5.STREAM_MANAGER);
    private static final PortRange DNS = PortRange.of(53);
    private static final PortRange RESTREAMER = new PortRange(8000, 8100);
    private static final PortRange ICE = new PortRange(40_000, 65_535);

    private Red5Flows() {}

    static List<Flow> of(Red5 red5, EntryPlan entry, DatabasePlan database, boolean ownNameServers) {
        List<Flow> flows = new ArrayList<>();
        clients(flows, entry);
        managers(flows, red5, database);
        if (ownNameServers) {
            nameServers(flows);
        }
        nodes(flows, red5, entry);
        return flows;
    }

    private static void clients(List<Flow> flows, EntryPlan entry) {
        flows.add(Flow.tcp(Party.INTERNET, Party.ENTRY, 443, "clients: HTTPS and secure WebSockets"));
        if (entry.entry().redirectHttp()) {
            flows.add(Flow.tcp(Party.INTERNET, Party.ENTRY, 80, "browsers, redirected to HTTPS"));
        }
        flows.add(Flow.tcp(Party.ENTRY, MANAGERS, Ports.STREAM_MANAGER, "client requests and health checks"));
    }

    private static void managers(List<Flow> flows, Red5 red5, DatabasePlan database) {
        flows.add(Flow.tcp(MANAGERS, Party.DATABASE, database.port(), "Stream Manager database"));
        flows.add(Flow.tcp(MANAGERS, Party.NODES, Ports.STREAM_MANAGER, "node control and WebSocket proxy"));
        flows.add(Flow.tcp(MANAGERS, Party.INTERNET, 443, "cloud APIs and secrets"));
        flows.add(Flow.tcp(MANAGERS, Party.INTERNET, 80, "operating system packages"));
        flows.add(Flow.tcp(MANAGERS, Party.INTERNET, Ports.STREAM_MANAGER, "nodes by their public addresses"));
        for (Cidr range : red5.streamManager().tier().sshFrom()) {
            flows.add(Flow.tcp(Party.of(range), MANAGERS, 22, "SSH"));
        }
    }

    /** Wherever they are: in the network, beyond a VPN, or anybody's. Answers that are too long for UDP come by TCP. */
    private static void nameServers(List<Flow> flows) {
        String why = "name servers of the network";
        flows.add(Flow.udp(MANAGERS, Party.INTERNET, DNS, why));
        flows.add(Flow.tcp(MANAGERS, Party.INTERNET, DNS, why));
    }

    private static void nodes(List<Flow> flows, Red5 red5, EntryPlan entry) {
        if (entry.hasNodeEntry()) {
            flows.add(Flow.tcp(Party.NODES, Party.NODE_ENTRY, Ports.STREAM_MANAGER, "nodes report to Stream Managers"));
            flows.add(Flow.tcp(Party.NODE_ENTRY, MANAGERS, Ports.STREAM_MANAGER, "node reports and health checks"));
        }
        flows.add(Flow.tcp(Party.INTERNET, Party.NODES, Ports.STREAM_MANAGER, "HTTP, WebSockets and HLS"));
        flows.add(Flow.tcp(Party.INTERNET, Party.NODES, new PortRange(1935, 1936), "RTMP and RTMPS"));
        flows.add(Flow.tcp(Party.INTERNET, Party.NODES, 8554, "RTSP"));
        flows.add(Flow.tcp(Party.INTERNET, Party.NODES, RESTREAMER, "restreamer"));
        flows.add(Flow.udp(Party.INTERNET, Party.NODES, RESTREAMER, "restreamer and SRT"));
        flows.add(Flow.udp(Party.INTERNET, Party.NODES, ICE, "WebRTC media"));
        for (Cidr range : red5.nodes().sshFrom()) {
            flows.add(Flow.tcp(Party.of(range), Party.NODES, 22, "SSH"));
        }
        flows.add(Flow.any(Party.NODES, Party.INTERNET, "media to clients and other nodes"));
    }
}
