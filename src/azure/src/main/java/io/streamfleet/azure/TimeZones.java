package io.streamfleet.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The names of time zones that Azure's autoscaling takes, which are those of Windows, by the names that all others use.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/monitor/autoscale-settings/create-or-update">Autoscale settings</a>
 */
final class TimeZones {
    private static final Map<String, String> OF_AZURE = read();

    private TimeZones() {}

    /** Returns Azure's name of a time zone; empty where it is not known. */
    static Optional<String> onAzure(String zone) {
        return Optional.ofNullable(OF_AZURE.get(zone));
    }

    private static Map<String, String> read() {
        try (InputStream list = TimeZones.class.getResourceAsStream("time-zones.txt")) {
            return new String(list.readAllBytes(), UTF_8)
                    .lines()
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toUnmodifiableMap(line -> line[0], line -> line[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
