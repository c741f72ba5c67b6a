package io.streamfleet.google;

import com.hashicorp.cdktf.ITerraformDependable;
import io.streamfleet.core.construct.DatabaseEndpoint;
import java.util.List;

/** A MySQL database, created or existing. */
public interface IDatabase extends DatabaseEndpoint {
    /**
     * Lets an address in, where the database has a public one. Does nothing where it is private, since the network alone
     * reaches it, and where it exists already, since Cloud SQL keeps all addresses in one list of its owner's.
     *
     * @param name what the address is, once a database
     * @param address a public IPv4 address
     */
    void letIn(String name, String address);

    /** Returns what must exist before servers can log in; nothing for an existing one. */
    List<ITerraformDependable> ready();
}
