package io.streamfleet.core.spec;

import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Default;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Inline;
import io.streamfleet.core.shape.Range;
import io.streamfleet.core.value.Cidr;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The way in: the HTTPS load balancer in front of the Stream Managers. */
public record Entry(
        @Doc("Time for which a server that leaves keeps its sessions: at most 1h, the clouds' own limit.")
        @Default("1h")
        @Range(min = "0s", max = "1h")
        Duration drain,

        @Doc("Whether port 80 is open and sends browsers to HTTPS.") @Default("true")
        boolean redirectHttp,

        @Doc("Address ranges that may use the admin API from outside; none by default.") @Default("[]")
        List<Cidr> adminFrom,

        @Doc("How the nodes reach the Stream Managers. Default: internal on aws, https elsewhere.")
        Optional<NodePath> nodePath,

        @Inline EntryOnCloud onCloud) {
    public Entry {
        adminFrom = List.copyOf(adminFrom);
        new Check(Entry.class, drain, redirectHttp, adminFrom, nodePath, onCloud).orThrow();
    }
}
