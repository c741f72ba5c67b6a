package io.streamfleet.terraform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class KeepListsTest {
    @Test
    void fails_keptTypes_typeThatIsNotKept() {
        JsonNode json = Synth.json("""
                {"resource": {"google_compute_network": {"a": {}}, "google_bigtable_instance": {"a": {}},
                              "terraform_data": {"a": {}}},
                 "data": {"azurerm_subscription": {"a": {}}},
                 "ephemeral": {"azurerm_key_vault_secret": {"a": {}}}}""");

        assertThatThrownBy(() -> KeptTypes.check(json))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        data.azurerm_subscription is emitted and not kept: add the line 'data.azurerm_subscription' to \
                        src/bindings/keep/azurerm.txt, and run filter-schema.mjs
                        google_bigtable_instance is emitted and not kept: add the line 'google_bigtable_instance' to \
                        src/bindings/keep/google.txt, and run filter-schema.mjs""");
        assertThatCode(() -> KeptTypes.check(Synth.json("{\"resource\": {\"google_compute_network\": {}}}")))
                .doesNotThrowAnyException();
    }
}
