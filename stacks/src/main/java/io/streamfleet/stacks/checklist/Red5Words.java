package io.streamfleet.stacks.checklist;

import io.streamfleet.core.plan.TierPlan;
import io.streamfleet.core.spec.Database;
import io.streamfleet.core.spec.NodeTarget;
import io.streamfleet.core.spec.Nodes;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a checklist says of Red5 Pro on every cloud. */
final class Red5Words {
    private Red5Words() {}

    /** Begins the item of a database that exists: what its administrator makes in it. */
    static Item.Builder existingDatabase(Database.Existing existing, String schema) {
        return Item.about("The database " + existing.host())
                .words("An empty schema, which the first server fills, and a user whose password is databasePassword in"
                        + " the secret above; as the database's administrator:")
                .sql("CREATE DATABASE IF NOT EXISTS " + schema + ";\n"
                        + "CREATE USER '" + existing.user() + "'@'%' IDENTIFIED BY '...' REQUIRE SSL;\n"
                        + "GRANT ALL PRIVILEGES ON " + schema + ".* TO '" + existing.user() + "'@'%';");
    }

    /**
     * Begins the item of the Stream Managers' image: what must be in it.
     *
     * @param controller whose cloud controller the image must hold, such as {@code AWS}
     * @param agent what runs the boot of a server, such as {@code cloud-init}
     */
    static Item.Builder image(String controller, String agent) {
        return Item.about("The image of the Stream Managers")
                .words("Ubuntu 20.04 or newer with " + agent
                        + ", and Red5 Pro in /usr/local/red5pro as a Stream Manager," + " prepared so:")
                .words("- the server disabled at boot: systemctl disable red5pro")
                .words("- the " + controller
                        + " cloud controller's jar in place, and its bean active in place of the default one")
                .words("- WEB-INF/sql/cluster.sql, as the vendor ships it: the first server loads it into the database")
                .words("- Python 3.8 or newer, and a MySQL client: apt-get install python3 mysql-client");
    }

    /**
     * Begins the item of the nodes' image: what must be in it, and the words before the commands that look for it.
     *
     * @param state what the cloud says of an image that can be used, such as {@code available}
     */
    static Item.Builder nodeImage(String state) {
        return Item.about("The image of the nodes")
                .words("Red5 Pro with the same cluster password as the tier's secret (conf/cluster.xml), the same API"
                        + " token, and conf/autoscale.xml active. The Stream Managers find it by its name, so each of"
                        + " these must print one line that ends in " + state + ":");
    }

    /** Returns the names of the images that nodes are launched from. */
    static Set<String> nodeImages(Nodes nodes) {
        Set<String> images = new TreeSet<>();
        for (NodeTarget target : nodes.roles().values()) {
            images.add(target.image().orElse(nodes.image()));
        }
        return images;
    }

    /** Returns how many servers and nodes there are at their most, with their types. */
    static String most(Subject subject) {
        TierPlan tier = subject.tier();
        String nodes = subject.fleet().nodes().roles().entrySet().stream()
                .map(role -> role.getValue().max() + " " + role.getValue().instanceType() + " ("
                        + role.getKey().key() + ")")
                .collect(Collectors.joining(", "));
        return "vCPUs of all running servers at their most: "
                + tier.tier().group().max() + " " + tier.tier().instanceType() + " (" + tier.key() + "), " + nodes
                + ".";
    }
}
