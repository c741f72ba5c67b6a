package io.streamfleet.google;

import java.util.Map;
import software.constructs.Construct;

/**
 * Opens a database to one network's servers, and to nobody else.
 *
 * <p>A created database with a public address gets each address that servers reach out from as an authorised network: the
 * load balancer's would do nothing, since it opens no connection to a database. A private one is reached by its network
 * alone, without more. An existing one keeps its own list, to which its owner adds {@link #addresses()}. Costs nothing.
 */
public final class DatabaseAccess extends Construct {
    private final Map<String, String> addresses;

    /**
     * Opens the database.
     *
     * @param scope what the access belongs to
     * @param id name within the scope
     * @param props who may reach which database
     */
    public DatabaseAccess(Construct scope, String id, DatabaseAccessProps props) {
        super(scope, id);
        addresses = props.network().natAddresses();
        addresses.forEach((region, address) -> props.database().letIn("servers-" + region, address));
    }

    /** Returns the addresses from which servers reach a database outside their network, by region. */
    public Map<String, String> addresses() {
        return addresses;
    }
}
