package io.streamfleet.streammanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
    @ParameterizedTest
    @CsvSource({
        "https://live.example.com, https://live.example.com",
        "https://live.example.com/, https://live.example.com",
        "HTTP://10.0.0.1:5080/, http://10.0.0.1:5080",
        "http://[::1]:5080, http://[::1]:5080"
    })
    void of_plainAddresses_isSchemeAndHost(String given, String expected) {
        assertThat(Endpoint.of(given)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "live.example.com",
                "ftp://live.example.com",
                "https://",
                "https://user:hidden@live.example.com",
                "https://live.example.com/?accessToken=hidden",
                "https://live.example.com/streammanager",
                "https://live.example.com#hidden",
                "https://live example.com",
                ""
            })
    void fails_addressesWithMore_withoutRepeatingThem(String given) {
        assertThatThrownBy(() -> Endpoint.of(given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "must be scheme and host alone, without user, path or query, such as https://live.example.com");
    }

    @ParameterizedTest
    @CsvSource({
        "https://live.example.com, false",
        "http://localhost:15080, false",
        "http://127.0.0.1, false",
        "http://[::1]:5080, false",
        "http://10.0.0.1:5080, true",
        "http://live.example.com, true"
    })
    void isReadableOnTheWay_byHttp_isSoOutsideOfLoopback(String given, boolean expected) {
        assertThat(Endpoint.of(given).isReadableOnTheWay()).isEqualTo(expected);
    }

    @Test
    void address_ofOddNames_isEncodedAndShownWithoutTheToken() {
        Endpoint.Address address = Endpoint.of("https://live.example.com")
                .address(
                        ApiVersion.V4_0,
                        List.of("admin", "nodegroup", "a/b ?é"),
                        Map.of("type", "ed&ge"),
                        AccessToken.of("a+b/c"));

        assertThat(address.uri())
                .hasToString("https://live.example.com/streammanager/api/4.0/admin/nodegroup/a%2Fb%20%3F%C3%A9"
                        + "?type=ed%26ge&accessToken=a%2Bb%2Fc");
        assertThat(address)
                .hasToString("https://live.example.com/streammanager/api/4.0/admin/nodegroup/a%2Fb%20%3F%C3%A9"
                        + "?type=ed%26ge");
    }
}
