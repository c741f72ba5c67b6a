package io.streamfleet.core.plan;

import io.streamfleet.core.value.Cidr;
import java.util.Locale;

/** One end of a flow. */
public sealed interface Party {
    /** The public load balancer. */
    Part ENTRY = new Part("entry");

    /** The nodes' own way in. */
    Part NODE_ENTRY = new Part("nodeEntry");

    /** The database. */
    Part DATABASE = new Part("database");

    /** The streaming nodes. */
    Part NODES = new Part("nodes");

    /** Every address there is. */
    Party INTERNET = new Addresses(Cidr.ANYWHERE);

    /**
     * A part of the deployment.
     *
     * @param name a tier's key, or {@code entry}, {@code nodeEntry}, {@code database}, {@code nodes}
     */
    record Part(String name) implements Party {
        /** Returns its name as ids of constructs have it, such as {@code StreamManager}. */
        public String id() {
            return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * A range of addresses.
     *
     * @param range the range; {@code 0.0.0.0/0} is the internet
     */
    record Addresses(Cidr range) implements Party {
        @Override
        public String toString() {
            return range.isAnywhere() ? "internet" : range.toString();
        }
    }

    /** Returns the party of a tier. */
    static Part tier(String key) {
        return new Part(key);
    }

    /** Returns the party of a range of addresses. */
    static Party of(Cidr range) {
        return new Addresses(range);
    }
}
