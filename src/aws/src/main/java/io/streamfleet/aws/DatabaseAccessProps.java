package io.streamfleet.aws;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Props;
import software.amazon.awscdk.services.ec2.ISecurityGroup;

/**
 * Who may reach a database.
 *
 * @param database the database, created or existing: required
 * @param servers the security group of the servers that may: required
 * @param why what it is for, in a few words: the rules' description. Default: that servers use the database
 */
@Props
public record DatabaseAccessProps(IDatabase database, ISecurityGroup servers, String why) {
    /**
     * Defaults and checks.
     *
     * @throws InvalidSpecException when something required is missing
     */
    public DatabaseAccessProps {
        why = why == null ? "servers use the database" : why;
        new Check(DatabaseAccessProps.class, database, servers, why).orThrow();
    }

    /** Returns a builder. */
    public static DatabaseAccessPropsBuilder builder() {
        return DatabaseAccessPropsBuilder.builder();
    }
}
