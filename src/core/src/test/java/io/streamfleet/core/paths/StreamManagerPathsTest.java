package io.streamfleet.core.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.paths.PathRule.Action;
import io.streamfleet.core.spec.StreamManagerApi;
import io.streamfleet.core.value.Cidr;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tries paths as the load balancer does: rules by priority, raw path, case-sensitive, a 404 where none matches. */
class StreamManagerPathsTest {
    private static final Cidr OFFICE = Cidr.parse("203.0.113.0/24");
    private static final List<PathRule> PUBLIC = StreamManagerPaths.rules(StreamManagerApi.V4_0, List.of(), false);
    private static final List<PathRule> NODES_TOO = StreamManagerPaths.rules(StreamManagerApi.V4_0, List.of(), true);
    private static final List<PathRule> WITH_OFFICE =
            StreamManagerPaths.rules(StreamManagerApi.V4_0, List.of(OFFICE), false);

    private static boolean forwards(List<PathRule> rules, String path, Cidr client) {
        Optional<PathRule> first = rules.stream()
                .sorted(Comparator.comparing(PathRule::priority))
                .filter(rule -> rule.from().isEmpty() || rule.from().stream().anyMatch(range -> range.contains(client)))
                .filter(rule -> Pattern.compile(rule.path()).matcher(path).find())
                .findFirst();
        return first.map(rule -> rule.action() == Action.FORWARD).orElse(false);
    }

    private static boolean forwards(List<PathRule> rules, String path) {
        return forwards(rules, path, Cidr.parse("198.51.100.7/32"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/streammanager/api/4.0/event/live/stream1",
                "/streammanager/api/4.0/event/live/room/stream1",
                "/streammanager/api/4.0/event/live/stream1/stats",
                "/streammanager/api/4.0/event/live/stream1/",
                "/streammanager/api/4.0/event/list",
                "/streammanager/api/4.0/event/live/join",
                "/streammanager/api/4.0/event/live/my%20stream",
                "/streammanager/api/4.0/event/live/stream.1_720p",
                "/streammanager/api/4.0/event/live/a:b@c=d+e,f!",
                "/streammanager/api/4.0/media/live/mediafiles",
                "/streammanager/api/4.0/media/live/room/playlists",
                "/streammanager",
                "/streammanager/",
                "/live/whip/endpoint/stream1",
                "/live/room/desk/whip/endpoint/stream1",
                "/live/whep/resource/stream1",
                "/live/whep/resource/stream1/0f0e0d0c-0000-4000-8000-000000000000",
                "/chat.app/whep/endpoint/stream.1"
            })
    void rules_pathsOfClients_areForwarded(String path) {
        assertThat(forwards(PUBLIC, path)).isTrue();
        assertThat(forwards(NODES_TOO, path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // The admin API, plainly.
                "/streammanager/api/4.0/admin/nodegroup",
                "/streammanager/api/4.0/admin/event/meta/live/stream1",
                "/streammanager/api/4.0/admin/event/meta/live/whip/endpoint/stream1",
                "/streammanager/api/3.1/admin/nodegroup",
                "/streammanager/api/4.0/admin",
                // Other spellings of it, which Tomcat understands.
                "/streammanager/api/4.0/event/../admin/nodegroup",
                "/streammanager/api/4.0/event/live/../../admin/nodegroup",
                "/streammanager/api/4.0/event/..;/admin/nodegroup",
                "/streammanager/api/4.0/event/..;x=y/admin/nodegroup",
                "/streammanager/api/4.0/event/%2e%2e/admin/nodegroup",
                "/streammanager/api/4.0/event/%2E%2E/admin/nodegroup",
                "/streammanager/api/4.0/event/.%2e/admin/nodegroup",
                "/streammanager/api/4.0/event/%252e%252e/admin/nodegroup",
                "/streammanager/api/4.0/event/%c0%ae%c0%ae/admin/nodegroup",
                "/streammanager/api/4.0/event/live%2f..%2fadmin",
                "/streammanager/api/4.0/event/live%5c..%5cadmin",
                "/streammanager/api/4.0/event/..\\admin",
                "/streammanager/api/4.0/event/./../admin/nodegroup",
                "/streammanager/api/4.0/event//../admin/nodegroup",
                "/streammanager/api/4.0/event//live",
                "/streammanager/api/4.0/event/live;jsessionid=1/stream1",
                "/streammanager/api/4.0/event/live%3bx/stream1",
                "/streammanager/api/4.0/event/live%00/stream1",
                "/streammanager/api/4.0/event/live\n/stream1",
                "/streammanager//api/4.0/admin/nodegroup",
                "//streammanager/api/4.0/admin/nodegroup",
                "/./streammanager/api/4.0/admin/nodegroup",
                "/live/../streammanager/api/4.0/admin/nodegroup",
                "/%73treammanager/api/4.0/admin/nodegroup",
                "/streammanager/%61pi/4.0/admin/nodegroup",
                "/streammanager/api/4.0/%61dmin/nodegroup",
                "/streammanager;x/api/4.0/admin/nodegroup",
                "/streammanager/;/api/4.0/admin/nodegroup",
                // The same behind what WHIP looks like.
                "/live/whip/endpoint/../../../streammanager/api/4.0/admin/nodegroup",
                "/live/whip/endpoint/..;/..;/..;/streammanager/api/4.0/admin/nodegroup",
                "/live/..;/streammanager/api/4.0/admin/whip/endpoint/x",
                "/streammanager/api/4.0/admin/nodegroup/whip/endpoint/x",
                "/streammanager/whip/endpoint/x",
                "/api/v1/server/whip/endpoint/x",
                "/.streammanager/whip/endpoint/x",
                // What clients do not need.
                "/",
                "/index.html",
                "/live/streams.jsp",
                "/live/whip/endpoint/",
                "/live/whip/endpoint",
                "/webrtcexamples/",
                "/api/v1/server",
                "/inspector/",
                "/streammanager/index.jsp",
                "/streammanager/WEB-INF/red5-web.properties",
                "/streammanager/api/3.1/event/live/stream1",
                "/streammanager/api/4x0/event/live/stream1",
                "/streammanager/api/4.0/event",
                "/streammanager/api/4.0/eventual",
                "/streammanager/api/4.0/media/live/other",
                "/streammanager/cloudwatch",
                "/streammanager/cloudwatch/",
                ""
            })
    void rules_anyOtherPath_isNotForwarded(String path) {
        assertThat(forwards(PUBLIC, path)).isFalse();
        if (!path.startsWith("/streammanager/cloudwatch")) {
            assertThat(forwards(NODES_TOO, path)).isFalse();
        }
    }

    @Test
    void rules_reportsOfNodes_areForwardedWhereTheyComeInHere() {
        assertThat(forwards(NODES_TOO, "/streammanager/cloudwatch")).isTrue();
        assertThat(forwards(NODES_TOO, "/streammanager/cloudwatch/")).isTrue();
        assertThat(forwards(NODES_TOO, "/streammanager/cloudwatch/../api/4.0/admin/nodegroup"))
                .isFalse();
        assertThat(forwards(NODES_TOO, "/streammanager/cloudwatch;/../api")).isFalse();
    }

    @Test
    void rules_adminApi_isForwardedFromItsAddressesAlone() {
        String admin = "/streammanager/api/4.0/admin/configurations/scalepolicy";
        assertThat(forwards(WITH_OFFICE, admin, Cidr.parse("203.0.113.9/32"))).isTrue();
        assertThat(forwards(WITH_OFFICE, admin)).isFalse();
        assertThat(forwards(WITH_OFFICE, "/streammanager/api/3.1/admin/nodegroup", Cidr.parse("203.0.113.9/32")))
                .isFalse();
    }

    @Test
    void split_manyAdmins_areSeveralRulesOfAFewRanges() {
        List<Cidr> ranges = IntStream.range(0, 7)
                .mapToObj(i -> Cidr.parse("203.0." + i + ".0/24"))
                .toList();
        List<PathRule> admin = StreamManagerPaths.rules(StreamManagerApi.V4_0, ranges, false).stream()
                .filter(rule -> rule.name().equals("Admin"))
                .flatMap(rule -> rule.split(3).stream())
                .toList();
        assertThat(admin).extracting(PathRule::name).containsExactly("Admin", "Admin2", "Admin3");
        assertThat(admin).extracting(PathRule::priority).containsExactly(200, 201, 202);
        assertThat(admin).extracting(rule -> rule.from().size()).containsExactly(3, 3, 1);
        assertThat(admin).flatExtracting(PathRule::from).isEqualTo(ranges);
    }

    @Test
    void split_fewOrNoRanges_isTheRuleItself() {
        PathRule all = PathRule.forward("Live", 1, "^/live$");
        PathRule office = all.onlyFrom(List.of(OFFICE));
        assertThat(all.split(3)).containsExactly(all);
        assertThat(office.split(1)).containsExactly(office);
    }

    @Test
    void rules_apiVersion_isTheDescriptionsAlone() {
        List<PathRule> old = StreamManagerPaths.rules(StreamManagerApi.V3_1, List.of(), false);
        assertThat(forwards(old, "/streammanager/api/3.1/event/live/stream1")).isTrue();
        assertThat(forwards(old, "/streammanager/api/4.0/event/live/stream1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/live",
                "^/live",
                "/live$",
                "^/live(?!x)$",
                "^/(a)\\1$",
                "^/a*+$",
                "^/\\p{L}$",
                "^/([a-z$",
                "^/it's$",
                "^/0123456789012345678901234567890123456789012345678901234567890123456789"
                        + "0123456789012345678901234567890123456789012345678901234567890$"
            })
    void fails_pathThatACloudDoesNotTake(String path) {
        assertThatThrownBy(() -> PathRule.forward("Live", 1, path))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage(
                        "path: got " + path + ", must be a regular expression from ^ to $ of at most 128 characters,"
                                + " without (?, back references, possessive quantifiers and '");
    }

    @Test
    void fails_ruleWithoutNameAndPriority() {
        assertThatThrownBy(() -> new PathRule("live", 0, "^/$", List.of(OFFICE), Action.FORWARD))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("name: got live, must be a name in PascalCase, such as Events\n"
                        + "priority: got 0, must be 1 to 50000");
    }
}
