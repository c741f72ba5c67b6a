package io.streamfleet.stacks.checklist;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The tier's JSON secret: which values it holds, and how to make them without showing them.
 *
 * @param subject the deployment whose Stream Managers read it
 * @param own what it holds on this cloud beside the values that it holds on every cloud
 */
record TierSecret(Subject subject, List<Value> own) {
    /** The file that the values are written into, for the command that stores them. */
    static final String FILE = "secret.json";

    /** Letters and digits alone: every program that reads it takes it as it is. */
    static final String RANDOM = "$(openssl rand -hex 24)";

    /** The same for who asks for several kinds of characters: always a capital and a small letter, a digit and a hyphen. */
    static final String STRONG = "Aa1-" + RANDOM;

    TierSecret {
        own = List.copyOf(own);
    }

    /**
     * A value of the secret.
     *
     * @param key its key in the JSON
     * @param meaning what it is, for people
     * @param generator what a shell makes a new one of, within double quotes
     */
    record Value(String key, String meaning, String generator) {}

    /** Returns the database's password, where it is in the secret rather than generated with the database. */
    static Value databasePassword(Subject subject, String generator) {
        var database = subject.plan().database().orElseThrow();
        return new Value(
                "databasePassword",
                "of the user " + database.database().user() + " in the "
                        + (database.isCreated() ? "database" : "existing database"),
                generator);
    }

    private List<Value> values() {
        List<Value> values = new ArrayList<>(List.of(
                new Value("clusterPassword", "as in the nodes' image (conf/cluster.xml)", RANDOM),
                new Value("nodeApiToken", "as in the nodes' image (the REST API's token)", RANDOM),
                new Value("administratorToken", "new; for whoever administers the Stream Managers", RANDOM)));
        values.addAll(own);
        return values;
    }

    /**
     * Returns the item.
     *
     * @param more what else the secret may hold on this cloud
     * @param store the command that stores the file as the secret
     */
    Item item(List<String> more, String store) {
        Item.Builder item = Item.about("The secret " + subject.tier().secretName())
                .words("The servers read it at boot by their own role; it is in no template, boot file or log.");
        values().forEach(value -> item.words("- " + value.key() + ": " + value.meaning()));
        more.forEach(item::words);
        return item.words("These write new values into a file that only you can read; put those of the nodes' image in"
                        + " place of new ones, then:")
                .command(write())
                .command(store)
                .command("rm " + FILE)
                .build();
    }

    /** By the shell's own printf, so that no value shows in the list of processes. */
    private String write() {
        String document = values().stream()
                .map(value -> "  \"" + value.key() + "\": \"%s\"")
                .collect(Collectors.joining(",\n", "{\n", "\n}\\n"));
        String arguments =
                values().stream().map(value -> "\"" + value.generator() + "\"").collect(Collectors.joining(" "));
        return "(umask 077; printf '" + document + "' " + arguments + " > " + FILE + ")";
    }
}
