package io.streamfleet.core.boot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Takes the cloud's values out of settings: they go into one small file of their own, where each stands once, and the
 * settings name them as {@code <name>}. So the settings can travel compressed, and a value counts once against the
 * size budget however often it is used. The boot programs put them together.
 */
final class OpenValues {
    static final String PATH = "/etc/streamfleet/values.json";

    private final LinkedHashMap<String, Object> values = new LinkedHashMap<>();

    /** Returns the settings as a file without values of the cloud, and remembers those it had. */
    BootFile settings(String path, Object settings) {
        return new BootFile(path, FileMode.PRIVATE, named(Json.document(settings)));
    }

    /** Returns the file of all values met so far. */
    BootFile file() {
        return new BootFile(PATH, FileMode.PRIVATE, Json.document(values));
    }

    private BootText named(BootText text) {
        var named = new ArrayList<Segment>();
        for (Segment segment : text.segments()) {
            if (segment instanceof CloudValue value) {
                values.put(value.name(), BootText.of(value));
                named.add(new Segment.Literal(value.toString()));
            } else {
                named.add(segment);
            }
        }
        return new BootText(List.copyOf(named));
    }
}
