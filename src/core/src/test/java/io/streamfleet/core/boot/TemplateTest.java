package io.streamfleet.core.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
    private static final CloudValue HOST = new CloudValue("host", 10);

    @Test
    void fill_valuesOfBothKinds_segmentsKeepThem() {
        BootText filled = Template.of("t", "a=@@A@@ b=@@B@@ a=@@A@@\n")
                .fill(Map.of("A", BootText.of("1"), "B", BootText.of(HOST)));

        assertThat(filled.segments())
                .isEqualTo(List.of(new Segment.Literal("a=1 b="), HOST, new Segment.Literal(" a=1\n")));
    }

    @Test
    void fill_valueThatLooksLikeAPlaceholder_staysAsItIs() {
        assertThat(Template.of("t", "@@A@@").fill(Map.of("A", BootText.of("@@B@@"))))
                .isEqualTo(BootText.of("@@B@@"));
    }

    @Test
    void fails_unknownPlaceholders_namesAll() {
        assertThatThrownBy(() -> Template.of("t.conf", "@@B@@ @@A@@").fill())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("boot template t.conf: no value for [A, B]");
    }

    @Test
    void fails_unusedValue_namesIt() {
        assertThatThrownBy(() -> Template.of("t.conf", "text").fill(Map.of("A", BootText.of("1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("boot template t.conf: no placeholder for [A]");
    }

    @Test
    void fails_misspeltPlaceholder_showsIt() {
        assertThatThrownBy(() -> Template.of("t.conf", "x @@host@@ y").fill())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "boot template t.conf: misspelt placeholder near '@@host@@ y', must be @@NAME@@ in capitals");
    }

    @Test
    void fails_absentResource_namesIt() {
        assertThatThrownBy(() -> Template.load("units/absent.service"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("boot template units/absent.service: no such file");
    }
}
