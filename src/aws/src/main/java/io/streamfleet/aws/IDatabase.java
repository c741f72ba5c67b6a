package io.streamfleet.aws;

import io.streamfleet.core.construct.DatabaseEndpoint;
import java.util.Optional;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.secretsmanager.ISecret;

/** A MySQL database, created or existing. */
public interface IDatabase extends DatabaseEndpoint {
    /** Returns the security group that guards the database. */
    ISecurityGroup securityGroup();

    /**
     * Returns the secret that holds the user's password as {@code password}; none where the password stands in the
     * tier's own secret.
     */
    Optional<ISecret> secret();
}
