package io.streamfleet.azure;

import com.hashicorp.cdktf.ITerraformDependable;
import io.streamfleet.core.construct.DatabaseEndpoint;
import java.util.List;
import java.util.Optional;

/** A MySQL database, created or existing. */
public interface IDatabase extends DatabaseEndpoint {
    /** Returns what the database is to firewall rules. */
    FlowPeer peer();

    /**
     * Returns the server whose own firewall decides who reaches it; empty where the database is private, or where somebody
     * else opens it.
     */
    Optional<PublicServer> publicServer();

    /** Returns what must exist before servers can log in; nothing for an existing one. */
    List<ITerraformDependable> ready();

    /**
     * A MySQL server with a public address.
     *
     * @param resourceGroup name of its resource group
     * @param name its name
     */
    record PublicServer(String resourceGroup, String name) {}
}
