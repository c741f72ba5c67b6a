package io.streamfleet.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamfleet.core.spec.Backend;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StateBackendTest {
    @Test
    void backends_ofADescription_areTheSame() {
        assertThat(StateBackend.of(new Backend.Local())).isEqualTo(StateBackend.local());
        assertThat(StateBackend.of(new Backend.Gcs("states", Optional.empty()))).isEqualTo(StateBackend.gcs("states"));
        assertThat(StateBackend.of(new Backend.Gcs("states", Optional.of("own"))))
                .isEqualTo(new StateBackend.Gcs("states", "own"));
        assertThat(StateBackend.of(new Backend.Azurerm("group", "account", "container", Optional.empty())))
                .isEqualTo(StateBackend.azurerm("group", "account", "container"));
        assertThat(StateBackend.of(new Backend.S3("states", "eu-west-1", Optional.of("own/key"))))
                .isEqualTo(new StateBackend.S3("states", "eu-west-1", "own/key"));
    }

    @Test
    void fails_backend_blankBucket() {
        assertThatThrownBy(() -> StateBackend.gcs(" ")).hasMessage("backend.gcs.bucket: must be given");
    }
}
