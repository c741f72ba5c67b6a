package io.streamfleet.stacks.show;

import io.streamfleet.core.plan.Flow;
import io.streamfleet.core.plan.Protocol;

/** Says which ports a flow goes to. */
final class Ports {
    private Ports() {}

    static String of(Flow flow) {
        return flow.protocol() == Protocol.ANY ? "all" : flow.ports().toString();
    }
}
