package io.streamfleet.stacks.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource({
        "live.example.com, live.example.com, true",
        "live.example.com, www.live.example.com, false",
        "live.example.com, example.com, false",
        "*.example.com, live.example.com, true",
        "*.example.com, example.com, false",
        "*.example.com, a.live.example.com, false",
        "*.example.com, liveexample.com, false",
        "l*.example.com, live.example.com, false",
        "live.*.com, live.example.com, false",
        "*, example, false",
        "*.*.com, live.example.com, false"
    })
    void matches_asTlsDoes_aWildcardIsOneWholeFirstLabel(String name, String host, boolean matches) {
        assertThat(Names.matches(name, host)).isEqualTo(matches);
    }

    @Test
    void list_ofManyHosts_namesSomeAndCountsTheRest() {
        assertThat(Names.list(List.of("a", "b", "c", "d", "e"))).isEqualTo("a, b, c, d, e");
        assertThat(Names.list(List.of("a", "b", "c", "d", "e", "f", "g"))).isEqualTo("a, b, c, d, e and 2 more");
    }
}
