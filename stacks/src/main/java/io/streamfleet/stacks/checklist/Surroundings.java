package io.streamfleet.stacks.checklist;

import io.streamfleet.core.spec.Database;
import io.streamfleet.core.spec.Dns;
import java.util.List;
import java.util.Optional;

/** What stands around a deployment on one cloud and must be there, be made or be allowed. */
interface Surroundings {
    /** Adds what the entry's certificate asks for. */
    void certificate(Item.Builder item);

    /** Adds how the domain's zone is seen to be there and delegated. */
    void zone(Item.Builder item, Dns dns);

    /** The network, where it exists. */
    Optional<Item> network();

    /** Adds how a database that exists is seen to let the servers in. */
    void database(Item.Builder item, Database.Existing existing);

    /** Whatever else the description names that must exist. */
    List<Item> others();

    /** What the cloud limits by account. */
    Item quotas();
}
