package io.streamfleet.core.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.shape.KeyTable.Row;
import io.streamfleet.core.spec.ClusterSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyTableTest {
    private static final List<Row> ROWS =
            KeyTable.of(ClusterSpec.class, Cloud.AWS, Map.of("product", "red5", "cloud", "aws"));

    @Test
    void of_description_listsEveryKeyOnce() {
        assertThat(ROWS).extracting(Row::path).doesNotHaveDuplicates();
        assertThat(ROWS)
                .contains(
                        new Row(
                                "streamManager.group.max",
                                "a whole number, 1 to 1000",
                                "required",
                                "Largest number of servers."),
                        new Row(
                                "streamManager.health.grace",
                                "a duration, such as 30s, 5m, 2h or 7d",
                                "300s",
                                "Time in which a new server is not replaced for failing checks."),
                        new Row(
                                "tls.issue",
                                "an empty map, {}",
                                "",
                                "A certificate that AWS Certificate Manager issues, proved by a record in the zone;"
                                        + " needs dns."));
        assertThat(ROWS)
                .extracting(Row::path)
                .contains("nodes.roles.NAME.capacity", "aws.network.create.zones", "database.existing.securityGroup");
    }

    @Test
    void of_description_saysWhatEachKeyMeans() {
        assertThat(ROWS).allMatch(row -> !row.meaning().isEmpty(), "has a meaning");
        assertThat(ROWS).allMatch(row -> !row.takes().isEmpty(), "says what it takes");
    }
}
