package io.streamfleet.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.core.boot.BootText;
import io.streamfleet.core.boot.CloudValue;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerraformTextTest {
    private static final CloudValue HOST = new CloudValue("host", 253);

    @ParameterizedTest
    @CsvSource({
        "plain, plain",
        "${HOME}, $${HOME}",
        "%{http_code}, %%{http_code}",
        "$HOME and $(date), $HOME and $(date)",
        "$${x}, $$${x}",
        "cost: 5$, cost: 5$",
        "100%, 100%"
    })
    void literal_anyText_isWhatTerraformReads(String text, String written) {
        assertThat(TerraformText.literal(text)).isEqualTo(written);
        assertThat(TerraformReading.evaluate(written)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "host=, host=${r.host}",
        "${A}, $${A}${r.host}",
        "$, '${\"$\"}${r.host}'",
        "$$, '${\"$$\"}${r.host}'",
        "%, %${r.host}",
        "a$${b}$, 'a$$${b}${\"$\"}${r.host}'"
    })
    void of_literalBeforeValue_escapesTheLiteralAlone(String text, String written) {
        assertThat(TerraformText.of(BootText.of(text).plus(BootText.of(HOST)), value -> "${r." + value.name() + "}"))
                .isEqualTo(written);
    }

    @Property
    void of_anyLiteralsAroundValues_terraformReadsThemBack(
            @ForAll @Chars({'$', '%', '{', '}', 'a', '"', '~', '\\'}) String before,
            @ForAll @Chars({'$', '%', '{', '}', 'a'}) @CharRange(from = ' ', to = '~') String after) {
        BootText text = BootText.of(before)
                .plus(BootText.of(HOST))
                .plus(BootText.of(HOST))
                .plus(after);

        String written = TerraformText.of(text, value -> "${r." + value.name() + "}");

        assertThat(TerraformReading.evaluate(written)).isEqualTo(before + "<host><host>" + after);
    }
}
