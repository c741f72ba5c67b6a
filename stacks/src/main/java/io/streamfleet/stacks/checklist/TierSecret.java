package io.streamfleet.stacks.checklist;

import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.plan.TierPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The tier's JSON secret: which values it holds, and how to make them without showing them.
 *
 * @param plan the deployment
 * @param tier whose servers read it
 * @param holdsDatabasePassword whether the database's password is in it, rather than generated with the database
 */
record TierSecret(ClusterPlan plan, TierPlan tier, boolean holdsDatabasePassword) {
    /** The file that the values are written into, for the command that stores them. */
    static final String FILE = "secret.json";

    /** Letters and digits alone: every program that reads it takes it as it is. */
    private static final String RANDOM = "$(openssl rand -hex 24)";

    /**
     * Returns the item.
     *
     * @param more what else the secret may hold on this cloud
     * @param store the command that stores the file as the secret
     */
    Item item(List<String> more, String store) {
        Item.Builder item = Item.about("The secret " + tier.secretName())
                .words("The servers read it at boot by their own role; it is in no template, boot file or log.")
                .words("- clusterPassword: as in the nodes' image (conf/cluster.xml)")
                .words("- nodeApiToken: as in the nodes' image (the REST API's token)")
                .words("- administratorToken: new; for whoever administers the Stream Managers");
        if (holdsDatabasePassword) {
            var database = plan.database().orElseThrow();
            item.words("- databasePassword: of the user " + database.database().user() + " in the "
                    + (database.isCreated() ? "database" : "existing database"));
        }
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
        List<String> keys = new ArrayList<>(List.of("clusterPassword", "nodeApiToken", "administratorToken"));
        if (holdsDatabasePassword) {
            keys.add("databasePassword");
        }
        String document = keys.stream()
                .map(key -> "  \"" + key + "\": \"%s\"")
                .collect(Collectors.joining(",\n", "{\n", "\n}\\n"));
        String arguments = keys.stream().map(key -> "\"" + RANDOM + "\"").collect(Collectors.joining(" "));
        return "(umask 077; printf '" + document + "' " + arguments + " > " + FILE + ")";
    }
}
