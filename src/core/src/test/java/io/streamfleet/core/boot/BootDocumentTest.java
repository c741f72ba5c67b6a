package io.streamfleet.core.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BootDocumentTest {
    private static BootDocument filled(BootCarrier carrier, int bytes) {
        return new BootDocument(
                carrier, BootText.of("x".repeat(bytes - 30)).plus(BootText.of(new CloudValue("host", 30))));
    }

    @ParameterizedTest
    @EnumSource
    void fitting_upToTheLimit_isTheSame(BootCarrier carrier) {
        var document = filled(carrier, carrier.limitBytes());

        assertThat(document.fitting()).isSameAs(document);
    }

    @Test
    void fails_overTheLimitOfUserData_saysByWhatAndWhy() {
        var document = filled(BootCarrier.EC2_USER_DATA, 16_385);

        assertThatThrownBy(document::fitting)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("user data: got up to 16385 bytes (16355 written, 30 for values of the cloud), must be at "
                        + "most 16384");
    }

    @Test
    void fails_overTheLimitOfAStartupScript_saysByWhatAndWhy() {
        var document = filled(BootCarrier.GOOGLE_STARTUP_SCRIPT, 262_145);

        assertThatThrownBy(document::fitting)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("start-up script: got up to 262145 bytes (262115 written, 30 for values of the cloud), "
                        + "must be at most 262144");
    }

    @ParameterizedTest
    @EnumSource
    void fails_twoFilesWithOnePath_namesIt(BootCarrier carrier) {
        var file = new BootFile("/etc/a", FileMode.SHARED, BootText.of("x"));
        var boot = new Boot(carrier, List.of(file, file), List.of(), List.of());

        assertThatThrownBy(() -> BootDocument.of(boot))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("boot files: two for one path: /etc/a");
    }
}
