package io.streamfleet.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.core.paths.PathRule;
import io.streamfleet.core.paths.StreamManagerPaths;
import io.streamfleet.core.spec.StreamManagerApi;
import io.streamfleet.core.value.Cidr;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathExpressionsTest {
    private static final Cidr OFFICE = Cidr.parse("203.0.113.0/24");

    @Test
    void of_groups_captureNothing() {
        assertThat(PathExpressions.of(PathRule.forward("A", 1, "^/(a|(b))\\(x\\)[(]c[\\])]d$")))
                .isEqualTo("request.path.matches(r'^/(?:a|(?:b))\\(x\\)[(]c[\\])]d$')");
    }

    @Test
    void of_addresses_areAskedBesideThePath() {
        assertThat(PathExpressions.of(
                        PathRule.forward("A", 1, "^/a$").onlyFrom(List.of(OFFICE, Cidr.parse("198.51.100.7/32")))))
                .isEqualTo("request.path.matches(r'^/a$') && (inIpRange(origin.ip, '203.0.113.0/24')"
                        + " || inIpRange(origin.ip, '198.51.100.7/32'))");
    }

    @ParameterizedTest
    @EnumSource(StreamManagerApi.class)
    void of_rulesOfStreamManagers_areWithinTheLimits(StreamManagerApi api) {
        List<Cidr> most = List.of(OFFICE, OFFICE, OFFICE, OFFICE, OFFICE);
        assertThat(StreamManagerPaths.rules(api, most, true).stream()
                        .flatMap(rule -> rule.split(PathExpressions.MOST_ADDRESSES).stream()))
                .hasSize(8)
                .allSatisfy(rule -> {
                    String expression = PathExpressions.of(rule);
                    assertThat(expression).hasSizeLessThan(1024);
                    assertThat(expression.split("inIpRange|matches", -1)).hasSizeLessThanOrEqualTo(1 + 5);
                    assertThat(regex(expression)).doesNotContainPattern("(?<!\\\\)\\((?!\\?:)");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/streammanager/api/4.0/event/live/stream1",
                "/streammanager/api/4.0/event/live/my%20stream",
                "/streammanager/api/4.0/event/../admin/nodegroup",
                "/streammanager/api/4.0/event/%2e%2e/admin/nodegroup",
                "/streammanager/api/4.0/admin/nodegroup",
                "/streammanager/api/4.0/%61dmin/nodegroup",
                "/STREAMMANAGER/api/4.0/admin/nodegroup",
                "//streammanager/api/4.0/admin/nodegroup",
                "/streammanager/cloudwatch",
                "/streammanager/",
                "/live/whip/endpoint/stream1",
                "/"
            })
    void of_anyPath_meansWhatTheRuleMeans(String path) {
        assertThat(StreamManagerPaths.rules(StreamManagerApi.V4_0, List.of(), true))
                .allSatisfy(rule -> assertThat(Pattern.compile(regex(PathExpressions.of(rule)))
                                .matcher(path)
                                .find())
                        .isEqualTo(Pattern.compile(rule.path()).matcher(path).find()));
    }

    private static String regex(String expression) {
        Matcher raw = Pattern.compile("matches\\(r'([^']*)'\\)").matcher(expression);
        assertThat(raw.find()).isTrue();
        return raw.group(1);
    }
}
