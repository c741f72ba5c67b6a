package io.streamfleet.core.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.streamfleet.core.Violation;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What YAML 1.1, JSON or an editor would take otherwise is refused with what to write. */
class PlainTest {
    private static final String MAX = "streamManager.group.max: got ";
    private static final String WHOLE = ", must be a whole number, 1 to 1000";
    private static final String TRUTH = ", must be true or false";

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments(
                        "max: 6",
                        "max: 06",
                        MAX + "06" + WHOLE
                                + "; write it without a zero in front, which some read as octal (live.yaml:8:12)"),
                arguments("max: 6", "max: '6'", MAX + "6" + WHOLE + "; write it without quotes (live.yaml:8:12)"),
                arguments("max: 6", "max: 0o6", MAX + "0o6" + WHOLE + " (live.yaml:8:12)"),
                arguments("max: 6", "max: 6.0", MAX + "6.0" + WHOLE + " (live.yaml:8:12)"),
                arguments("name:", "webrtc: no\nname:", "webrtc: got no" + TRUTH + "; write false (live.yaml:1:1)"),
                arguments("name:", "webrtc: On\nname:", "webrtc: got On" + TRUTH + "; write true (live.yaml:1:1)"),
                arguments(
                        "name:",
                        "webrtc: 'true'\nname:",
                        "webrtc: got true" + TRUTH + "; write true, without quotes (live.yaml:1:1)"),
                arguments("name:", "webrtc: maybe\nname:", "webrtc: got maybe" + TRUTH + " (live.yaml:1:1)"),
                arguments(
                        "domain:",
                        "domian:",
                        "domian: got an unknown key, must be one of name, product, streamManager, database, entry, nodes,"
                                + " cloud, aws, domain, webrtc, protect, tags, tls, dns; did you mean domain?"
                                + " (live.yaml:4:1)"),
                arguments(
                        "  group:",
                        "\tgroup:",
                        "got a tab before a key or a value, must be spaces: YAML takes no tabs there; replace it"
                                + " (live.yaml:8:1)"),
                arguments(
                        "domain: live",
                        "domain: li\u0007ve",
                        "got text that is no YAML: a character that YAML does not allow, U+0007, must be YAML 1.2 or JSON"
                                + " (live.yaml:4:11)"),
                arguments(
                        "aws:",
                        "? [a]\n: 1\naws:",
                        "got text that is no YAML: a map or a list as a key, must be YAML 1.2 or JSON (live.yaml:1:1)"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void fails_whatOthersReadOtherwise_saysWhatToWrite(String good, String bad, String message) {
        String text = RecordReaderTest.GOOD.replaceFirst(
                "(?m)(^|(?<=[{] ))" + Pattern.quote(good), Matcher.quoteReplacement(bad));
        assertThat(RecordReaderTest.read(text).violations().stream().map(Violation::message))
                .containsExactly(message);
    }

    @ParameterizedTest
    @MethodSource("empty")
    void fails_nothingButComments_isAnEmptyFile(String text) {
        assertThat(RecordReaderTest.read(text).violations().stream().map(Violation::message))
                .containsExactly(
                        "got an empty file, must be a description; streamfleet init writes one (live.yaml:1:1)");
    }

    static Stream<String> empty() {
        return Stream.of("", "# only this\n", "---\n", "null\n", "~");
    }
}
