package io.streamfleet.core.spec;

import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Default;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Example;
import java.util.stream.Stream;

/** Describes a Red5 Pro cluster: Stream Managers that the cloud scales, and the nodes that they launch. */
@Doc("Red5 Pro: an autoscaled Stream Manager tier and the node fleet it launches.")
public record Red5(
        @Doc("The tier of Stream Managers.") StreamManager streamManager,

        @Doc("The Stream Managers' MySQL database.")
        @Example(
                value = "{create: {instanceType: db.t4g.medium}}",
                google = "{create: {tier: db-custom-2-7680}}",
                azure = "{create: {sku: GP_Standard_D2ds_v4}}")
        Database database,

        @Doc("The way in: the HTTPS load balancer.") @Default("{}")
        Entry entry,

        @Doc("The streaming nodes that the Stream Managers launch.")
        Nodes nodes)
        implements Product {
    /** The key of the tier of Stream Managers. */
    public static final String STREAM_MANAGER = "streamManager";

    public Red5 {
        new Check(Red5.class, streamManager, database, entry, nodes).orThrow();
    }

    @Override
    public Stream<NamedTier> tiers() {
        return Stream.of(new NamedTier(STREAM_MANAGER, streamManager.tier()));
    }
}
