package io.streamfleet.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.streamfleet.test.Template.Resource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a template promises of the paths of the public entry: an allow-list, and an admin API that is closed. */
class EntryPathsTest {
    private static final String CASES = "io.streamfleet.test.Shipped#aws";

    @ParameterizedTest
    @CsvSource({
        "/streammanager/api/4.0/event/live/stream1, 203.0.113.1, true",
        "/streammanager/, 203.0.113.1, true",
        "/live/whip/endpoint/stream1, 203.0.113.1, true",
        "/streammanager/api/4.0/admin/nodegroup, 203.0.113.1, false",
        "/StreamManager/api/4.0/admin/nodegroup, 203.0.113.1, false",
        "/streammanager//api/4.0/admin/nodegroup, 203.0.113.1, false",
        "/streammanager/api/4.0/%61dmin/nodegroup, 203.0.113.1, false",
        "/streammanager/api/4.0/event/../admin/nodegroup, 203.0.113.1, false",
        "/streammanager/api/4.0/event/%2e%2e/admin/nodegroup, 203.0.113.1, false",
        "/streammanager/api/4.0/event/x/..;/../admin/nodegroup, 203.0.113.1, false",
        "/streammanager/api/4.0/event/x\\..\\admin, 203.0.113.1, false",
        "/live/whip/endpoint/../../../streammanager/api/4.0/admin/nodegroup, 203.0.113.1, false",
        "/streammanager/api/3.1/admin/nodegroup, 203.0.113.1, false",
        "/, 203.0.113.1, false",
        "/secondscreen/, 203.0.113.1, false",
        "/api/v1/applications, 203.0.113.1, false"
    })
    @DisplayName("paths: what clients need is forwarded, the admin API is closed however it is written")
    void entry_paths_areAllowListed(String path, String from, boolean forwarded) {
        for (String name : List.of("red5-aws", "red5-aws-minimal", "red5-aws-no-webrtc")) {
            assertThat(forwards(Shipped.aws(name), path, from)).as(name).isEqualTo(forwarded);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "198.51.100.0/24, true",
        "203.0.113.7/32, true",
        "203.0.113.8/32, false",
    })
    @DisplayName("the admin API is open to the addresses of adminFrom alone")
    void entry_adminApi_isOpenToNamedAddresses(String from, boolean forwarded) {
        assertThat(forwards(Shipped.aws("red5-aws-existing"), "/streammanager/api/4.0/admin/nodegroup", from))
                .isEqualTo(forwarded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"red5-aws", "red5-aws-existing"})
    @DisplayName("nodes report by the entry only where they have none of their own")
    void entry_nodeReports_areForwardedWhereNeeded(String name) {
        Case each = Shipped.aws(name);

        assertThat(forwards(each, "/streammanager/cloudwatch", "203.0.113.1"))
                .isEqualTo(!each.plan().entry().hasNodeEntry());
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("each rule has a priority of its own and forwards to the servers alone")
    void entry_rules_goToTheServers(Case each) {
        List<Resource> rules = each.template().all(PublicEntry.RULE);

        assertThat(rules.stream().map(rule -> rule.property("Priority").asInt()))
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(rules).allSatisfy(rule -> {
            assertThat(rule.text("ListenerArn"))
                    .isEqualTo("«" + PublicEntry.https(each).id() + "»");
            Template.items(rule.property("Actions")).stream()
                    .filter(action -> action.path("Type").asText().equals("forward"))
                    .forEach(action -> assertThat(Template.text(action.path("TargetGroupArn")))
                            .isEqualTo("«" + PublicEntry.targets(each).id() + "»"));
        });
    }

    @Test
    @DisplayName("this suite follows the load balancer's order: a rule before forwards what a later one refuses")
    void fails_pathForwardedToEverybody_isNoticed() {
        Case each = Shipped.aws("red5-aws");
        Template open = each.template().with(json -> {
            Resource rule = each.template().all(PublicEntry.RULE).get(0);
            ((ObjectNode) json.at("/Resources/" + rule.id() + "/Properties" + "/Conditions/0/PathPatternConfig"))
                    .putArray("RegexValues")
                    .add("^/.*$");
        });

        assertThat(forwards(
                        new Case(each.name(), each.file(), each.plan(), open),
                        "/streammanager/api/4.0/admin/nodegroup",
                        "203.0.113.1"))
                .isTrue();
    }

    /** Follows the rules as the load balancer does: by priority, the first whose conditions all hold. */
    private static boolean forwards(Case each, String path, String from) {
        Stream<Resource> rules = each.template().all(PublicEntry.RULE).stream()
                .sorted(Comparator.comparingInt(
                        rule -> rule.property("Priority").asInt()));
        Optional<Resource> first = rules.filter(rule -> Template.items(rule.property("Conditions")).stream()
                        .allMatch(condition -> holds(condition, path, from)))
                .findFirst();
        return first.map(rule ->
                        rule.property("Actions").path(0).path("Type").asText().equals("forward"))
                .orElse(false);
    }

    private static boolean holds(JsonNode condition, String path, String from) {
        return switch (condition.path("Field").asText()) {
            case "path-pattern" ->
                Template.items(condition.path("PathPatternConfig").path("RegexValues")).stream()
                        .anyMatch(regex ->
                                Pattern.compile(regex.asText()).matcher(path).find());
            case "source-ip" ->
                Template.items(condition.path("SourceIpConfig").path("Values")).stream()
                        .anyMatch(range -> range.asText().equals(from));
            default -> throw new AssertionError("a condition that this test does not know: " + condition);
        };
    }
}
