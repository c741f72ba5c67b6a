package io.streamfleet.test.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ValuesTest {
    @Property(tries = 300)
    void decode_ofEncoded_isTheSame(@ForAll("values") Object value) {
        assertThat(Values.decode(Values.encode(value))).isEqualTo(value);
    }

    @Provide
    Arbitrary<Object> values() {
        return Arbitraries.lazyOf(
                this::leaves,
                this::leaves,
                () -> values().list().ofMaxSize(3).map(Object.class::cast),
                () -> Arbitraries.maps(Arbitraries.strings().alpha().ofMaxLength(5), values())
                        .ofMaxSize(3)
                        .map(Object.class::cast));
    }

    private Arbitrary<Object> leaves() {
        return Arbitraries.oneOf(
                Arbitraries.strings().map(Object.class::cast),
                Arbitraries.of(true, false, Unknown.VALUE).injectNull(0.3),
                Arbitraries.longs().map(BigDecimal::valueOf));
    }

    @Test
    void encode_unknown_isTheProtocolsExtension() {
        assertThat(Values.encode(Unknown.VALUE)).containsExactly(0xd4, 0, 0);
    }

    @Test
    void decode_unknownWithRefinements_isUnknown() {
        // Extension 12, one byte: an empty map of refinements.
        assertThat(Values.decode(new byte[] {(byte) 0xd4, 12, (byte) 0x80})).isEqualTo(Unknown.VALUE);
    }

    @Test
    void encode_numbers_keepTheirValue() {
        assertThat(Values.decode(Values.encode(new BigDecimal("0.6")))).isEqualTo(new BigDecimal("0.6"));
        assertThat(Values.decode(Values.encode(new BigDecimal("86400")))).isEqualTo(new BigDecimal("86400"));
        assertThat(Values.decode(Values.encode(new BigDecimal("1E+30"))))
                .as("too large for a whole number of 64 bits: as text, which Terraform takes")
                .isEqualTo("1000000000000000000000000000000");
        assertThat(Values.decode(Values.encode(new BigDecimal("0.10000000000000000000001"))))
                .isEqualTo("0.10000000000000000000001");
    }

    @Test
    void decodeJson_state_isAsTerraformWroteIt() {
        byte[] json = "{\"a\": null, \"b\": [1, 0.5, true], \"c\": {\"d\": \"x\"}}".getBytes(UTF_8);

        assertThat(Values.object(Values.decodeJson(json)))
                .containsEntry("a", null)
                .containsEntry("b", List.of(new BigDecimal("1"), new BigDecimal("0.5"), true))
                .containsEntry("c", Map.of("d", "x"));
    }

    @Test
    void fails_encodeOfWhatIsNoValue_isRefused() {
        assertThatThrownBy(() -> Values.encode(Arrays.asList("a", 'b')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no value of Terraform's: class java.lang.Character");
    }
}
