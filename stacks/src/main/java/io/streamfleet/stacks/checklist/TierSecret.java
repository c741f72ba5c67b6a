package io.streamfleet.stacks.checklist;

import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.plan.TierPlan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The tier's JSON secret: which values it holds, and how to make them without showing them. */
final class TierSecret {
    /** Letters and digits alone: every program that reads it takes it as it is. */
    private static final String RANDOM = "$(openssl rand -hex 24)";

    private TierSecret() {}

    static Item item(AwsCli cli, ClusterPlan plan, TierPlan tier) {
        boolean ownsDatabase = plan.database().orElseThrow().isCreated();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("clusterPassword", RANDOM);
        values.put("nodeApiToken", RANDOM);
        values.put("administratorToken", RANDOM);
        if (!ownsDatabase) {
            values.put("databasePassword", RANDOM);
        }
        String name = Shell.word(tier.secretName());
        Item.Builder item = Item.about("The secret " + tier.secretName())
                .words("The servers read it at boot by their own role; it is in no template, boot file or log.")
                .words("- clusterPassword: as in the nodes' image (conf/cluster.xml)")
                .words("- nodeApiToken: as in the nodes' image (the REST API's token)")
                .words("- administratorToken: new; for whoever administers the Stream Managers");
        if (!ownsDatabase) {
            item.words("- databasePassword: of the user "
                    + plan.database().orElseThrow().database().user() + " in the existing database");
        }
        return item.words("- accessKey and accessSecret: only where the image's AWS controller cannot use the servers'"
                        + " role; of a user that may do what the stack's node policy says")
                .words("These write new values into a file that only you can read; put those of the nodes' image in"
                        + " place of new ones, then:")
                .command(command(values))
                .command(cli.command("secretsmanager create-secret --name " + name
                        + " --secret-string file://secret.json --query Name --output text"))
                .command("rm secret.json")
                .build();
    }

    /** By the shell's own printf, so that no value shows in the list of processes. */
    private static String command(Map<String, String> values) {
        String document = values.keySet().stream()
                .map(key -> "  \"" + key + "\": \"%s\"")
                .collect(Collectors.joining(",\n", "{\n", "\n}\\n"));
        String arguments =
                values.values().stream().map(value -> "\"" + value + "\"").collect(Collectors.joining(" "));
        return "(umask 077; printf '" + document + "' " + arguments + " > secret.json)";
    }
}
