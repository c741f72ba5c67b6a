package io.streamfleet.stacks.show;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.streamfleet.core.boot.BootDocument;
import io.streamfleet.core.boot.BootFile;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.plan.Cost;
import io.streamfleet.core.plan.DatabasePlan;
import io.streamfleet.core.plan.EntryPlan;
import io.streamfleet.core.plan.FleetPlan;
import io.streamfleet.core.plan.Flow;
import io.streamfleet.core.plan.TierPlan;
import io.streamfleet.core.spec.Database;
import io.streamfleet.core.spec.NodeRole;
import io.streamfleet.core.spec.NodeTarget;
import java.util.Locale;

/** Shows a plan as JSON for programs. Its keys are API: new ones may come, those there are stay. */
public final class PlanJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private PlanJson() {}

    /** Returns the whole plan. */
    public static ObjectNode of(ClusterPlan plan) {
        ObjectNode root = JSON.objectNode();
        root.put("name", plan.name());
        root.put("cloud", plan.cloud().key());
        ArrayNode regions = root.putArray("regions");
        plan.spec().cloud().regions().forEach(regions::add);
        root.put("domain", plan.spec().domain());
        root.put("webrtc", plan.spec().webrtc());
        root.put("protect", plan.spec().protect());
        ArrayNode tiers = root.putArray("tiers");
        CloudWords cloud = CloudWords.of(plan);
        plan.tiers().forEach(tier -> tiers.add(tier(tier, cloud)));
        root.set("entry", entry(plan.entry()));
        plan.database().ifPresent(database -> root.set("database", database(database)));
        plan.fleet().ifPresent(fleet -> root.set("nodes", fleet(fleet)));
        ArrayNode flows = root.putArray("flows");
        plan.flows().forEach(flow -> flows.add(flow(flow)));
        ArrayNode costs = root.putArray("costs");
        plan.costs().forEach(cost -> costs.add(cost(cost)));
        return root;
    }

    private static ObjectNode tier(TierPlan plan, CloudWords cloud) {
        ObjectNode tier = JSON.objectNode();
        tier.put("key", plan.key());
        tier.put("min", plan.tier().group().min());
        tier.put("max", plan.tier().group().max());
        tier.put("type", plan.tier().instanceType());
        tier.put("diskGib", plan.tier().diskGib());
        tier.put("image", cloud.image(plan));
        tier.put("port", plan.port());
        tier.put("protectedFromScaleIn", plan.protectedFromScaleIn());
        tier.put("rollout", plan.rollout().name().toLowerCase(Locale.ROOT));
        tier.put("secret", plan.secretName());
        ArrayNode files = tier.putArray("bootFiles");
        plan.boot().files().forEach(file -> files.add(bootFile(file)));
        tier.set("document", document(plan.document()));
        return tier;
    }

    private static ObjectNode document(BootDocument document) {
        ObjectNode node = JSON.objectNode();
        node.put("form", document.carrier().title());
        node.put("bytes", document.maxBytes());
        node.put("maxBytes", document.carrier().limitBytes());
        return node;
    }

    private static ObjectNode bootFile(BootFile file) {
        ObjectNode node = JSON.objectNode();
        node.put("path", file.path());
        node.put("mode", file.mode().octal());
        node.put("bytes", file.content().maxBytes());
        return node;
    }

    private static ObjectNode entry(EntryPlan plan) {
        ObjectNode entry = JSON.objectNode();
        entry.put("tier", plan.tier());
        entry.put("drainSeconds", plan.entry().drain().toSeconds());
        entry.put("redirectHttp", plan.entry().redirectHttp());
        ArrayNode adminFrom = entry.putArray("adminFrom");
        plan.entry().adminFrom().forEach(range -> adminFrom.add(range.toString()));
        entry.put("nodePath", plan.hasNodeEntry() ? "internal" : "https");
        return entry;
    }

    private static ObjectNode database(DatabasePlan plan) {
        ObjectNode database = JSON.objectNode();
        database.put("created", plan.isCreated());
        if (plan.database() instanceof Database.Create create) {
            database.put("type", create.instanceType());
            database.put("storageGib", create.storageGib());
            database.put("highAvailability", create.highAvailability());
            database.put("backupDays", create.backupDays());
            database.put("tls", create.tls().name().toLowerCase(Locale.ROOT));
        } else if (plan.database() instanceof Database.Existing existing) {
            database.put("host", existing.host());
        }
        database.put("port", plan.port());
        database.put("user", plan.database().user());
        database.put("schema", plan.schema());
        database.put("tier", plan.tier());
        return database;
    }

    private static ObjectNode fleet(FleetPlan plan) {
        ObjectNode fleet = JSON.objectNode();
        fleet.put("tier", plan.tier());
        fleet.put("prefix", plan.nodes().prefix());
        fleet.put("policy", plan.policyName());
        fleet.put("network", plan.networkName());
        fleet.put("securityGroup", plan.firewallName());
        ArrayNode roles = fleet.putArray("roles");
        plan.nodes()
                .roles()
                .forEach((role, target) ->
                        roles.add(role(role, target, plan.nodes().image())));
        return fleet;
    }

    private static ObjectNode role(NodeRole role, NodeTarget target, String image) {
        ObjectNode node = JSON.objectNode();
        node.put("role", role.key());
        node.put("min", target.min());
        node.put("max", target.max());
        node.put("step", target.step());
        node.put("type", target.instanceType());
        node.put("capacity", target.capacity());
        node.put("image", target.image().orElse(image));
        return node;
    }

    private static ObjectNode flow(Flow flow) {
        ObjectNode node = JSON.objectNode();
        node.put("from", flow.from().toString());
        node.put("to", flow.to().toString());
        node.put("protocol", flow.protocol().name().toLowerCase(Locale.ROOT));
        node.put("fromPort", flow.ports().from());
        node.put("toPort", flow.ports().to());
        node.put("why", flow.why());
        return node;
    }

    private static ObjectNode cost(Cost cost) {
        ObjectNode node = JSON.objectNode();
        node.put("what", cost.what());
        node.put("howMuch", cost.howMuch());
        return node;
    }
}
