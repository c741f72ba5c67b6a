package io.streamfleet.google;

import software.constructs.Construct;

/**
 * Tells groups which servers they must replace.
 *
 * <p>Creates a health check that any number of groups can share. Apart from the load balancer's, and slower: a server that
 * the load balancer leaves out for a while still carries the sessions that it has, and replacing it ends them. Its
 * questions come from where the load balancer's do, and a firewall rule must let them in. Changes of a server's health are
 * logged in Cloud Logging. Costs its logs.
 */
public final class HealingCheck extends Construct {
    private final int port;
    private final String checkId;

    /**
     * Creates the check.
     *
     * @param scope what the check belongs to
     * @param id name within the scope
     * @param props what is asked, and how often
     */
    public HealingCheck(Construct scope, String id, HealingCheckProps props) {
        super(scope, id);
        port = props.port();
        checkId = HealthChecks.http(this, props.name(), port, props.health()).getId();
    }

    /** Returns the check's path, such as a group takes it. */
    public String checkId() {
        return checkId;
    }

    /** Returns the port that is asked. */
    public int port() {
        return port;
    }
}
