package io.streamfleet.core.spec;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.CloudKey;
import io.streamfleet.core.shape.Default;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Example;
import io.streamfleet.core.shape.Inline;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.On;
import io.streamfleet.core.shape.OneOf;
import io.streamfleet.core.shape.Range;
import io.streamfleet.core.value.Texts;
import java.util.function.Function;

/** The MySQL database of the Stream Managers. */
@OneOf
public sealed interface Database permits Database.Create, Database.Existing {
    /** Allow-list of MySQL user names. */
    String USER = "[A-Za-z][A-Za-z0-9_]{0,15}";

    /** What a MySQL user name is, in words. */
    String USER_IS = "1 to 16 letters, digits and underscores, a letter first, such as streammanager";

    /** Returns the user the Stream Managers log in as. */
    String user();

    /** Returns what one of two functions makes of the database, by whether the deployment creates it. */
    default <T> T either(Function<Create, T> created, Function<Existing, T> existing) {
        return this instanceof Create create ? created.apply(create) : existing.apply((Existing) this);
    }

    /** A database that the deployment creates. */
    @Doc("A MySQL database of the cloud, made with the deployment.")
    record Create(
            @Doc("Size of the database server, in the cloud's own word.")
            @CloudKey(aws = "instanceType", google = "tier", azure = "sku")
            @Matches(
                    value = Texts.WORD,
                    is =
                            "a database server type of the cloud, such as db.t4g.medium, db-custom-2-7680 or GP_Standard_D2ds_v4")
            @Example(value = "db.t4g.medium", google = "db-custom-2-7680", azure = "GP_Standard_D2ds_v4")
            String instanceType,

            @Doc("Version of MySQL.") @Default("\"8.4\"") MysqlVersion version,

            @Doc("Storage in GiB.") @Default("20") @Range(min = "20", max = "65536")
            int storageGib,

            @Doc("Whether a standby in another zone takes over.") @Default("true")
            boolean highAvailability,

            @Doc("Days that backups are kept.") @Default("7") @Range(min = "1", max = "35")
            int backupDays,

            @Doc("From where the database can be reached.") @Default("private")
            DatabaseAccess access,

            @Doc("Whether the database refuses connections without TLS.") @Default("\"required\"")
            DatabaseTls tls,

            @Doc("User the Stream Managers log in as.") @Default("streammanager") @Matches(value = USER, is = USER_IS)
            String user,

            @Doc("Counts up the passwords: a higher number sets the database's password anew, from the tier's secret.")
            @On({Cloud.GOOGLE, Cloud.AZURE})
            @Default("1")
            @Range(min = "1", max = "1000000")
            int passwordVersion)
            implements Database {
        public Create {
            new Check(
                            Create.class,
                            instanceType,
                            version,
                            storageGib,
                            highAvailability,
                            backupDays,
                            access,
                            tls,
                            user,
                            passwordVersion)
                    .orThrow();
        }
    }

    /** A database that exists. */
    @Doc("A MySQL database that exists; its password is databasePassword in the tier's secret.")
    record Existing(
            @Doc("Host name or address of the database.")
            @Matches(value = Texts.ADDRESS, is = Texts.ADDRESS_IS)
            @Example("db.example.com")
            String host,

            @Doc("Port of the database.") @Default("3306") @Range(min = "1", max = "65535")
            int port,

            @Doc("User the Stream Managers log in as.") @Matches(value = USER, is = USER_IS) @Example("streammanager")
            String user,

            @Inline ExistingDatabaseOnCloud onCloud)
            implements Database {
        public Existing {
            new Check(Existing.class, host, port, user, onCloud).orThrow();
        }
    }
}
