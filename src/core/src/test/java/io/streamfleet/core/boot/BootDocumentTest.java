package io.streamfleet.core.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BootDocumentTest {
    private static final BootFile OPEN =
            new BootFile("/etc/host", FileMode.SHARED, BootText.of(new CloudValue("host", 30)));

    private static BootDocument filled(BootCarrier carrier, int bytes) {
        return document(carrier, 1 + bytes - document(carrier, 1).maxBytes());
    }

    private static BootDocument document(BootCarrier carrier, int letters) {
        return BootDocument.of(new Boot(carrier, List.of(OPEN), List.of(), List.of(List.of("x".repeat(letters)))));
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
                .hasMessage("start-up script: got up to 262145 bytes (262085 written, 60 for values of the cloud), "
                        + "must be at most 262144");
    }

    @Test
    void text_isWrittenOnce() {
        var document = document(BootCarrier.EC2_USER_DATA, 1);

        assertThat(document.text()).isSameAs(document.text());
    }

    @Test
    void equals_toThatOfTheSameBoot() {
        assertThat(document(BootCarrier.EC2_USER_DATA, 1))
                .isEqualTo(document(BootCarrier.EC2_USER_DATA, 1))
                .hasSameHashCodeAs(document(BootCarrier.EC2_USER_DATA, 1))
                .isNotEqualTo(document(BootCarrier.EC2_USER_DATA, 2));
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
