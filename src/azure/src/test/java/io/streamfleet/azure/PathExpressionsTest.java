package io.streamfleet.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.core.paths.PathRule;
import io.streamfleet.core.paths.StreamManagerPaths;
import io.streamfleet.core.spec.StreamManagerApi;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The firewall compares the path with its query. */
class PathExpressionsTest {
    @Test
    void of_path_isWithAnyQuery() {
        assertThat(PathExpressions.of(PathRule.forward("A", 1, "^/a/[\\w-]+$"))).isEqualTo("^/a/[\\w-]+(\\?.*)?$");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/streammanager/api/4.0/event/live/stream1",
                "/streammanager/api/4.0/event/../admin/nodegroup",
                "/streammanager/api/4.0/event/%2e%2e/admin/nodegroup",
                "/streammanager/api/4.0/admin/nodegroup",
                "/streammanager/api/4.0/%61dmin/nodegroup",
                "//streammanager/api/4.0/admin/nodegroup",
                "/streammanager/",
                "/live/whip/endpoint/stream1",
                "/"
            })
    void of_anyPath_meansWhatTheRuleMeansWhateverTheQuery(String path) {
        assertThat(StreamManagerPaths.rules(StreamManagerApi.V4_0, List.of(), true))
                .allSatisfy(rule -> {
                    boolean meant = Pattern.compile(rule.path()).matcher(path).find();
                    Pattern written = Pattern.compile(PathExpressions.of(rule));
                    assertThat(written.matcher(path).find()).isEqualTo(meant);
                    assertThat(written.matcher(path + "?accessToken=a/../b").find())
                            .isEqualTo(meant);
                });
    }
}
