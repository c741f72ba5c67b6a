package io.streamfleet.core.spec;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.Violation;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Default;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Example;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.On;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Where on Google Cloud the deployment stands. */
@On(Cloud.GOOGLE)
@Doc("Where on Google Cloud the deployment stands.")
public record Google(
        @Doc("Id of the project.") @Matches(value = PROJECT, is = PROJECT_IS) @Example("example-project")
        String project,

        @Doc("Regions of the deployment, each with a group of servers of its own; the database is in the first.")
        @Matches(value = REGION, is = REGION_IS)
        @Example("[us-central1]")
        List<String> regions,

        @Doc("Zones of the servers, by region. Default: three that Google picks.")
        @Default("{}")
        @Matches(value = ZONE, is = ZONE_IS, keys = REGION, keysAre = REGION_KEYS)
        Map<String, List<String>> zones,

        @Doc("The VPC network.") @Example("{create: {subnets: {us-central1: 10.20.0.0/20}}}")
        GoogleNetwork network)
        implements CloudBlock {
    static final String PROJECT = "[a-z][a-z0-9-]{4,28}[a-z0-9]";
    static final String PROJECT_IS =
            "a project id: 6 to 30 lower-case letters, digits and hyphens, such as example-project";
    static final String REGION = "[a-z]+-[a-z]+[0-9]{1,2}";
    static final String REGION_IS = "a region of Google Cloud, such as us-central1";
    static final String REGION_KEYS = "a region's form, such as us-central1";
    static final String ZONE = REGION + "-[a-z]";
    static final String ZONE_IS = "a zone of Google Cloud, such as us-central1-a";

    /** Allow-list of the names of most of Google's resources (RFC 1035 labels). */
    static final String NAME = "[a-z]([-a-z0-9]{0,61}[a-z0-9])?";

    public Google {
        regions = List.copyOf(regions);
        zones = Copies.ofLists(zones);
        new Check(Google.class, project, regions, zones, network)
                .that(
                        !regions.isEmpty(),
                        Violation.at("regions")
                                .given("no region")
                                .allowed("at least one region")
                                .todo("list it: [us-central1]"))
                .that(
                        new HashSet<>(regions).size() == regions.size(),
                        Violation.at("regions").given("the same region twice").allowed("different regions"))
                .orThrow();
    }

    @Override
    public Cloud kind() {
        return Cloud.GOOGLE;
    }

    /** Returns the region of what there is once: the first. */
    public String mainRegion() {
        return regions.get(0);
    }

    /** Returns the zones of a region's servers, as described; empty where Google picks them. */
    public List<String> zonesIn(String region) {
        return zones.getOrDefault(region, List.of());
    }
}
