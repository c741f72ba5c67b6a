package io.streamfleet.core.spec;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.On;
import java.util.Optional;

/** A database that exists, whose firewall may be the deployment's to open. */
@On(Cloud.AZURE)
public record AzureExistingDatabase(
        @Doc(
                "Id of the database's server: firewall rules for the Stream Managers' addresses are added to it. Default: none"
                        + " are, for a server in a private subnet or elsewhere.")
        @Matches(value = AzureIds.DATABASE, is = AzureIds.DATABASE_IS)
        Optional<String> server)
        implements ExistingDatabaseOnCloud {
    public AzureExistingDatabase {
        new Check(AzureExistingDatabase.class, server).orThrow();
    }
}
