package io.streamfleet.core.boot;

import static java.util.Objects.requireNonNull;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.streamfleet.core.spec.DatabaseTls;
import io.streamfleet.core.value.Ports;

/**
 * How a Stream Manager logs in to its MySQL database.
 *
 * @param host name or address
 * @param port TCP port, 1 to 65535. Default: 3306
 * @param user MySQL user
 * @param schema database whose tables are the Stream Managers'. Default: {@code cluster}, the vendor's name
 * @param tls whether a connection without TLS is refused. Default: it is
 * @param password where the password is read
 */
@RecordBuilder
public record DatabaseLogin(
        BootText host, Integer port, String user, String schema, DatabaseTls tls, DatabasePassword password) {
    public DatabaseLogin {
        requireNonNull(host, "host");
        requireNonNull(user, "user");
        requireNonNull(password, "password");
        port = port == null ? Integer.valueOf(Ports.MYSQL) : port;
        schema = schema == null ? "cluster" : schema;
        tls = tls == null ? DatabaseTls.REQUIRED : tls;
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("database port: got " + port + ", must be 1 to 65535");
        }
        // Stands in SQL on the server.
        if (!schema.matches("[A-Za-z][A-Za-z0-9_]{0,62}")) {
            throw new IllegalArgumentException(
                    "database schema: got '" + schema + "', must be letters, digits and underscores, a letter first");
        }
    }

    /** Returns a builder; port, schema and TLS have defaults. */
    public static DatabaseLoginBuilder builder() {
        return DatabaseLoginBuilder.builder();
    }
}
