package io.streamfleet.core.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Windows' names of time zones, which Azure's autoscaling takes in the place of the IANA database's, though not all. */
final class WindowsTimeZones {
    private static final Map<String, String> NAMES = read();

    private WindowsTimeZones() {}

    /** Returns Windows' name of a zone of the IANA database; empty where it has none. */
    static Optional<String> nameOf(String zone) {
        return Optional.ofNullable(NAMES.get(zone));
    }

    private static Map<String, String> read() {
        try (InputStream in = WindowsTimeZones.class.getResourceAsStream("windows-time-zones.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(": "))
                    .flatMap(line -> Stream.of(line[1].split(" ")).map(zone -> Map.entry(zone, line[0])))
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
