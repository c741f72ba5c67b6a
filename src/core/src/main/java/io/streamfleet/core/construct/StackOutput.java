package io.streamfleet.core.construct;

import static java.util.stream.Collectors.joining;

import io.streamfleet.core.spec.ClusterSpec;
import java.util.Arrays;
import java.util.Locale;

/**
 * An output that a cluster's stack has on every cloud. Its name stays, since scripts read it.
 *
 * @param name its name in small letters and {@code _}, as Terraform has it
 * @param description what it is for, in plain words
 * @param value its value, which a token may be
 */
public record StackOutput(String name, String description, String value) {
    /** Returns where clients connect to. */
    public static StackOutput entryUrl(ClusterSpec spec) {
        return new StackOutput("entry_url", "Where clients connect to", "https://" + spec.domain() + "/");
    }

    /**
     * Returns where the domain's record leads to.
     *
     * @param what what it is, such as {@code Address of the public load balancer}
     * @param address address or host name
     */
    public static StackOutput entryAddress(String what, String address) {
        return new StackOutput("entry_address", what, address);
    }

    /**
     * Returns the record that is to be made by hand, where the description names no zone.
     *
     * @param entry what it leads to, such as {@code load balancer}
     * @param record its type and value, such as {@code A 203.0.113.7}
     */
    public static StackOutput dnsRecordToCreate(ClusterSpec spec, String entry, String record) {
        return new StackOutput(
                "dns_record_to_create",
                "The record that leads the domain to the " + entry + ": create it in the domain's zone",
                spec.domain() + ". " + record);
    }

    /** Returns where the database is. */
    public static StackOutput databaseEndpoint(DatabaseEndpoint database) {
        return new StackOutput(
                "database_endpoint", "Host and port of the database", database.host() + ":" + database.port());
    }

    /** Returns the name as CloudFormation has it, such as {@code EntryUrl}. */
    public String pascalName() {
        return Arrays.stream(name.split("_"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(joining());
    }
}
