package io.streamfleet.core.spec;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Example;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.On;

/** A database inside the VPC, behind a security group that gets one rule more. */
@On(Cloud.AWS)
public record AwsExistingDatabase(
        @Doc("Id of the database's security group: a rule for the Stream Managers is added to it.")
        @Matches(value = "sg-[0-9a-f]{8,17}", is = "a security group id, such as sg-0123456789abcdef0")
        @Example("sg-0123456789abcdef0")
        String securityGroup)
        implements ExistingDatabaseOnCloud {
    public AwsExistingDatabase {
        new Check(AwsExistingDatabase.class, securityGroup).orThrow();
    }
}
