package io.streamfleet.stacks;

import io.streamfleet.core.value.Durations;
import io.streamfleet.stacks.nodes.Waits;
import io.streamfleet.streammanager.AccessToken;
import io.streamfleet.streammanager.ApiVersion;
import io.streamfleet.streammanager.ClientSettings;
import io.streamfleet.streammanager.Endpoint;
import io.streamfleet.streammanager.StreamManagerClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Where a Stream Manager is and how it is spoken with: the options of every command that does. */
final class StreamManagerOptions {
    /** Where the token is looked for when nothing else is said. */
    private static final String VARIABLE = "STREAMFLEET_TOKEN";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--endpoint",
            required = true,
            paramLabel = "URL",
            description = "Where the Stream Managers answer, such as https://live.example.com.")
    private String endpoint;

    @Option(
            names = "--token-env",
            paramLabel = "NAME",
            description = "Take rest.administratorToken from this environment variable. Default: " + VARIABLE + ".")
    private String variable;

    @Option(names = "--token-file", paramLabel = "FILE", description = "Take it from this file instead.")
    private Path tokenFile;

    @Option(
            names = "--ca-file",
            paramLabel = "FILE",
            description = "Trust the authorities of this file alone, PEM. Default: those of the JDK.")
    private Path authorities;

    @Option(
            names = "--poll",
            paramLabel = "TIME",
            defaultValue = "5s",
            converter = Time.class,
            description = "How often to look while waiting. Default: ${DEFAULT-VALUE}.")
    private Duration poll;

    /** Reads durations as descriptions have them. */
    static final class Time implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            try {
                return Durations.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("got " + text + ", must be " + e.getMessage());
            }
        }
    }

    /**
     * Returns a client; nothing is sent yet.
     *
     * @throws ParameterException when an option is no good
     */
    StreamManagerClient client(ApiVersion version) {
        Endpoint place = checked("--endpoint: ", () -> Endpoint.of(endpoint));
        if (place.isReadableOnTheWay()) {
            say("warning: " + place + " is not encrypted: whoever is on the way can read the token; use https");
        }
        AccessToken token = token();
        return checked(
                "--ca-file: ",
                () -> new StreamManagerClient(ClientSettings.builder()
                        .endpoint(place)
                        .version(version)
                        .token(token)
                        .authorities(Optional.ofNullable(authorities))
                        .build()));
    }

    private AccessToken token() {
        if (tokenFile != null && variable != null) {
            throw new ParameterException(spec.commandLine(), "--token-env and --token-file: name one of them");
        }
        if (tokenFile == null) {
            String name = variable == null ? VARIABLE : variable;
            return checked("", () -> AccessToken.fromEnvironment(name, System::getenv));
        }
        warnOfReaders(tokenFile);
        return checked("--token-file: ", () -> AccessToken.fromFile(tokenFile));
    }

    private void warnOfReaders(Path file) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            if (permissions.contains(PosixFilePermission.GROUP_READ)
                    || permissions.contains(PosixFilePermission.OTHERS_READ)) {
                say("warning: others can read " + file + ": chmod 600 " + file);
            }
        } catch (IOException | UnsupportedOperationException e) {
            // Reading the token tells what is wrong with the file; where there are no such permissions, nothing is.
            return;
        }
    }

    private <T> T checked(String what, Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), what + e.getMessage());
        }
    }

    /** Returns how to wait: not at all for no time. */
    Optional<Waits> waits(StreamManagerClient client, Duration longest) {
        if (poll.isZero()) {
            throw new ParameterException(spec.commandLine(), "--poll: got 0s, must be at least 1s");
        }
        return Optional.of(new Waits(client.settings().pause(), poll, longest, this::say))
                .filter(waits -> !longest.isZero());
    }

    Duration poll() {
        return poll;
    }

    void say(String line) {
        PrintWriter err = spec.commandLine().getErr();
        Words.say(err, line);
        err.flush();
    }
}
