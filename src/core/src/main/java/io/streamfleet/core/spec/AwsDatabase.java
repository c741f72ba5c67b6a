package io.streamfleet.core.spec;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Default;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.On;

/** An RDS database. */
@On(Cloud.AWS)
public record AwsDatabase(
        @Doc("Version of MySQL.") @Default("\"8.4\"") AwsMysqlVersion version) implements DatabaseOnCloud {
    public AwsDatabase {
        new Check(AwsDatabase.class, version).orThrow();
    }
}
