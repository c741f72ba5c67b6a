package io.streamfleet.aws;

import java.util.Optional;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.constructs.Construct;

/** A database that is there already: creates nothing. */
final class ExistingDatabase extends Construct implements IDatabase {
    private final DatabaseAttributes attributes;
    private final ISecurityGroup securityGroup;

    ExistingDatabase(Construct scope, String id, DatabaseAttributes attributes) {
        super(scope, id);
        this.attributes = attributes;
        securityGroup = SecurityGroup.fromSecurityGroupId(this, "SecurityGroup", attributes.securityGroupId());
    }

    @Override
    public String host() {
        return attributes.host();
    }

    @Override
    public int port() {
        return attributes.port();
    }

    @Override
    public String user() {
        return attributes.user();
    }

    @Override
    public ISecurityGroup securityGroup() {
        return securityGroup;
    }

    @Override
    public Optional<ISecret> secret() {
        return attributes.secret();
    }
}
