package io.streamfleet.core.construct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.MysqlVersion;
import org.junit.jupiter.api.Test;

class DatabaseSettingsTest {
    @Test
    void settings_byDefault_areSafeAndHighlyAvailable() {
        assertThat(DatabaseSettings.byDefault())
                .isEqualTo(
                        new DatabaseSettings(MysqlVersion.V8_4, 20, true, 7, true, "streammanager", "cluster", true));
    }

    @Test
    void beyond_asMuchAsACloudHas_isNothing() {
        DatabaseSettings most =
                DatabaseSettings.builder().storageGib(100).backupDays(35).build();
        assertThat(most.beyond(100, 35)).isEmpty();
        assertThat(most.beyond(99, 34))
                .extracting(Violation::message)
                .containsExactly(
                        "settings.storageGib: got 100, must be at most 99",
                        "settings.backupDays: got 35, must be at most 34");
    }

    @Test
    void fails_outsideWhatEveryCloudHas_allAtOnce() {
        assertThatThrownBy(() -> DatabaseSettings.builder()
                        .storageGib(19)
                        .backupDays(0)
                        .user("1; drop")
                        .schema("a-b")
                        .build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("""
                        backupDays: got 0, must be at least 1
                        schema: got a-b, must be 1 to 64 letters, digits and underscores, a letter first
                        storageGib: got 19, must be at least 20
                        user: got 1; drop, must be 1 to 16 letters, digits and underscores, a letter first, such as\
                         streammanager""");
    }
}
