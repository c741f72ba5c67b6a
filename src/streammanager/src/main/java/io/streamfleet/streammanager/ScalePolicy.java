package io.streamfleet.streammanager;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many nodes of each role a Stream Manager keeps.
 *
 * @param name by which node groups refer to it
 * @param description what it is, for people
 * @param type class of the policy on the server
 * @param version version of its form
 * @param regions limits by region; {@code default} stands for those that are not named
 */
public record ScalePolicy(String name, String description, String type, String version, List<Region> regions) {
    /** Copies. */
    public ScalePolicy {
        regions = List.copyOf(regions);
    }

    /**
     * The limits of a region.
     *
     * @param name the region, or {@code default}
     * @param limits one for each role
     */
    public record Region(String name, List<Limits> limits) {
        /** Copies. */
        public Region {
            limits = List.copyOf(limits);
        }
    }

    /**
     * The limits of a role.
     *
     * @param role the role
     * @param min smallest number of nodes
     * @param max largest number of nodes
     * @param step nodes added at a time
     * @param scaleInMillis least time between two removals
     * @param scaleOutMillis least time between two additions
     */
    public record Limits(String role, long min, long max, long step, long scaleInMillis, long scaleOutMillis) {
        private static Limits of(Shape target) {
            return new Limits(
                    target.key("role").text(),
                    target.key("minLimit").whole(),
                    target.key("maxLimit").whole(),
                    target.find("scaleAdjustment").map(Shape::whole).orElse(1L),
                    target.find("scaleInWaitTime").map(Shape::whole).orElse(0L),
                    target.find("scaleOutWaitTime").map(Shape::whole).orElse(0L));
        }
    }

    /**
     * Reads a document of one's own.
     *
     * @throws IllegalArgumentException when it is not of the API's form, with the place
     */
    public static ScalePolicy of(JsonNode document) {
        return read(Shape.ofDocument(document));
    }

    static ScalePolicy read(Shape document) {
        Shape policy = document.find("policy").orElse(document);
        return new ScalePolicy(
                policy.key("name").text(),
                policy.find("description").map(Shape::text).orElse(""),
                policy.key("type").text(),
                policy.key("version").text(),
                regions(policy.key("targets")));
    }

    /** Policies of the earlier form 0.0.2 know no regions. */
    private static List<Region> regions(Shape targets) {
        if (targets.find("region").isEmpty()) {
            return List.of(region("default", targets));
        }
        return targets.key("region").items().stream()
                .map(each -> region(each.key("name").text(), each))
                .toList();
    }

    private static Region region(String name, Shape targets) {
        return new Region(
                name, targets.key("target").items().stream().map(Limits::of).toList());
    }

    /** Returns the limits that stand for every region which is not named. */
    public List<Limits> limits() {
        return regions.stream()
                .filter(region -> region.name().equals("default"))
                .findFirst()
                .map(Region::limits)
                .orElse(List.of());
    }

    /** Returns all it says but its name and description, by the path of each: two policies of the same facts do the same. */
    public SortedMap<String, String> facts() {
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("type", type);
        facts.put("version", version);
        for (Region region : regions) {
            for (Limits each : region.limits()) {
                String path = region.name() + "." + each.role() + ".";
                facts.put(path + "minLimit", String.valueOf(each.min()));
                facts.put(path + "maxLimit", String.valueOf(each.max()));
                facts.put(path + "scaleAdjustment", String.valueOf(each.step()));
                facts.put(path + "scaleInWaitTime", String.valueOf(each.scaleInMillis()));
                facts.put(path + "scaleOutWaitTime", String.valueOf(each.scaleOutMillis()));
            }
        }
        return facts;
    }
}
