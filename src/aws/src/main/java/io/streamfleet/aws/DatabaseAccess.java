package io.streamfleet.aws;

import io.streamfleet.core.plan.Flow;
import io.streamfleet.core.plan.Party;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Opens a database to one group of servers, and to nobody else.
 *
 * <p>Creates a rule in the database's security group that lets the servers' group in on the database's port, and a rule in
 * the servers' group that lets them out to it. The group of an existing database gets the one rule more and keeps its own.
 * Costs nothing.
 */
public final class DatabaseAccess extends Construct {
    private static final Party.Part SERVERS = Party.tier("servers");

    private final FlowRules rules;

    /**
     * Opens the database.
     *
     * @param scope what the rules belong to
     * @param id name within the scope
     * @param props who may reach which database
     */
    public DatabaseAccess(Construct scope, String id, DatabaseAccessProps props) {
        super(scope, id);
        rules = new FlowRules(
                this,
                "Rules",
                FlowRulesProps.builder()
                        .flows(List.of(Flow.tcp(
                                SERVERS, Party.DATABASE, props.database().port(), props.why())))
                        .groups(Map.of(
                                SERVERS,
                                props.servers(),
                                Party.DATABASE,
                                props.database().securityGroup()))
                        .build());
    }

    /** Returns the rules. */
    public FlowRules rules() {
        return rules;
    }
}
