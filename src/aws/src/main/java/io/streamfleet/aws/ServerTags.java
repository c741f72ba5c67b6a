package io.streamfleet.aws;

import io.streamfleet.core.Violation;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What tags may be. Servers read theirs from their metadata, which carries fewer characters in keys than EC2 does: with one
 * key that it cannot carry, no server starts.
 */
final class ServerTags {
    /** What the metadata carries: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/work-with-tags-in-IMDS.html. */
    private static final Pattern KEY = Pattern.compile("(?!\\.{1,2}$)(?!_index$)[A-Za-z0-9+=.,_:@-]{1,128}");

    /** Names that EC2 takes as tags, and as part of a security group's description as well. */
    static final String NAME = "[A-Za-z0-9][A-Za-z0-9 ._:/=+@-]{0,127}";

    static final String NAME_IS = "up to 128 letters, digits, spaces and ._:/=+@-, a letter or digit first";

    private ServerTags() {}

    static boolean isReadable(String key) {
        return KEY.matcher(key).matches();
    }

    static Stream<Violation> violations(String path, Map<String, String> tags) {
        return tags.keySet().stream().filter(key -> !isReadable(key)).map(key -> Violation.at(path)
                .given("the key \"" + key + "\"")
                .allowed("keys of letters, digits and +-=.,_:@, which the servers' metadata carries")
                .todo("rename it"));
    }
}
