package io.streamfleet.streammanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTokenTest {
    @TempDir
    private Path folder;

    @Test
    void fromFile_withALineBreakAtItsEnd_isTheLine() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "abc-123_XYZ\r\n");

        assertThat(AccessToken.fromFile(file).encoded()).isEqualTo("abc-123_XYZ");
    }

    @Test
    void fails_filesThatHoldNoToken_withoutTheirContent() throws IOException {
        Path two = Files.writeString(folder.resolve("two"), "hidden-1\nhidden-2\n");
        Path empty = Files.writeString(folder.resolve("empty"), " \n");
        Path large = Files.writeString(folder.resolve("large"), "hidden".repeat(1000));

        assertThatThrownBy(() -> AccessToken.fromFile(two))
                .hasMessage(two + " holds more than a token: white space, or too much");
        assertThatThrownBy(() -> AccessToken.fromFile(empty)).hasMessage(empty + " is empty");
        assertThatThrownBy(() -> AccessToken.fromFile(large))
                .hasMessage(large + " is too large for a file that holds a token alone");
        assertThatThrownBy(() -> AccessToken.fromFile(folder.resolve("none")))
                .hasMessage(folder.resolve("none") + " cannot be read (NoSuchFileException)");
    }

    @Test
    void fromEnvironment_whereItIsSet_isItsValue() {
        assertThat(AccessToken.fromEnvironment("TOKEN", Map.of("TOKEN", "abcdef")::get)
                        .encoded())
                .isEqualTo("abcdef");
        assertThatThrownBy(() -> AccessToken.fromEnvironment("TOKEN", Map.<String, String>of()::get))
                .hasMessage("the environment variable TOKEN is not set");
        assertThatThrownBy(() -> AccessToken.fromEnvironment("TOKEN", Map.of("TOKEN", "two words")::get))
                .hasMessage("the environment variable TOKEN holds more than a token: white space, or too much");
    }

    /** However a server or a library writes it, it is not shown. */
    @Property
    void hideIn_anyWayOfWriting_leavesNothingOfIt(
            @ForAll @StringLength(min = 6, max = 40) @CharRange(from = '!', to = '~') String secret) {
        AccessToken token = AccessToken.of(secret);
        String percent = Percent.encode(secret);
        for (String form : List.of(
                secret, percent, percent.toLowerCase(Locale.ROOT), URLEncoder.encode(secret, StandardCharsets.UTF_8))) {
            assertThat(token.hideIn("a " + form + " b")).doesNotContain(form);
        }
        assertThat(token + " " + token.hideIn("nothing here")).isEqualTo("*** nothing here");
    }

    @Test
    void hideIn_anothersToken_isHiddenByItsPlace() {
        assertThat(AccessToken.of("mine-mine").hideIn("GET /x?accessToken=theirs&y=1 and access_token%3Dother"))
                .isEqualTo("GET /x?accessToken=***&y=1 and access_token%3D***");
    }

    @Test
    void settings_printed_doNotShowIt() {
        ClientSettings settings = ClientSettings.builder()
                .endpoint(Endpoint.of("https://live.example.com/"))
                .token(AccessToken.of("very-secret"))
                .build();

        assertThat(settings.toString()).doesNotContain("very-secret").contains("token=***");
        assertThat(new StreamManagerClient(settings).settings().attempts()).isEqualTo(4);
    }
}
