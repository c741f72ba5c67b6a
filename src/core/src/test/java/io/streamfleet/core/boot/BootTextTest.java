package io.streamfleet.core.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootTextTest {
    private static final CloudValue HOST = new CloudValue("host", 100);

    @Test
    void equal_joinedInOtherSteps_same() {
        assertThat(BootText.of("a").plus("b").plus(BootText.of(HOST)).plus("").plus("c"))
                .isEqualTo(new BootText(List.of(new Segment.Literal("ab"), HOST, new Segment.Literal("c"))));
    }

    @Test
    void bytes_cloudValue_countsWithItsUpperBound() {
        BootText text = BootText.of("é:").plus(BootText.of(HOST)).plus(BootText.of(HOST));

        assertThat(text.literalBytes()).isEqualTo(3);
        assertThat(text.maxBytes()).isEqualTo(203);
    }

    @Test
    void render_cloudValue_asTheFunctionWritesIt() {
        BootText text = BootText.of("at ").plus(BootText.of(HOST));

        assertThat(text.render(value -> "${" + value.name() + "}")).isEqualTo("at ${host}");
        assertThat(text).hasToString("at <host>");
    }

    @Test
    void mapLiterals_escaping_leavesCloudValues() {
        assertThat(BootText.of("${").plus(BootText.of(HOST)).mapLiterals(text -> text.replace("${", "$${")))
                .isEqualTo(BootText.of("$${").plus(BootText.of(HOST)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Host", "data-base", "a b"})
    void fails_badName_saysWhatIsAllowed(String name) {
        assertThatThrownBy(() -> new CloudValue(name, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cloud value '" + name + "': a name must be letters and digits, a small letter first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"etc/x", "/etc/../x", "/etc/a b", "/", "/etc//x"})
    void fails_badPath_saysWhatIsAllowed(String path) {
        assertThatThrownBy(() -> new BootFile(path, FileMode.SHARED, BootText.of("")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("boot file '" + path
                        + "': the path must be absolute, of letters, digits and ._@-, and at most 100 characters");
    }
}
