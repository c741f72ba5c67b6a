package io.streamfleet.streammanager;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How a {@link StreamManagerClient} reaches its Stream Manager.
 *
 * @param endpoint where it answers: required
 * @param version of its API. Default: 4.0
 * @param token the administrator's: required
 * @param authorities a file of certificates in PEM, whose authorities alone are trusted. Default: those of the JDK
 * @param connectTimeout how long a connection may take. Default: 10 seconds
 * @param answerTimeout how long a whole answer may take. Default: 60 seconds, since a launch waits for the cloud's word
 * @param attempts how often a request is sent that may be repeated, at most. Default: 4, within some 4 seconds
 * @param largestAnswer bytes that an answer may have. Default: 8 MiB
 * @param pause the time. Default: the real one
 */
@RecordBuilder
public record ClientSettings(
        Endpoint endpoint,
        ApiVersion version,
        AccessToken token,
        Optional<Path> authorities,
        Duration connectTimeout,
        Duration answerTimeout,
        Integer attempts,
        Integer largestAnswer,
        Pause pause) {
    private static final int MIB = 1024 * 1024;

    /**
     * Fills in the defaults.
     *
     * @throws NullPointerException when something required is missing
     * @throws IllegalArgumentException when a number or a time is not positive
     */
    public ClientSettings {
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(token, "token");
        version = version == null ? ApiVersion.V4_0 : version;
        authorities = authorities == null ? Optional.empty() : authorities;
        connectTimeout = connectTimeout == null ? Duration.ofSeconds(10) : connectTimeout;
        answerTimeout = answerTimeout == null ? Duration.ofSeconds(60) : answerTimeout;
        attempts = attempts == null ? 4 : attempts;
        largestAnswer = largestAnswer == null ? 8 * MIB : largestAnswer;
        pause = pause == null ? Pause.real() : pause;
        if (attempts < 1 || largestAnswer < 1 || !isPositive(connectTimeout) || !isPositive(answerTimeout)) {
            throw new IllegalArgumentException("attempts, largestAnswer and timeouts must be positive");
        }
    }

    private static boolean isPositive(Duration time) {
        return !time.isNegative() && !time.isZero();
    }

    /** Returns a builder. */
    public static ClientSettingsBuilder builder() {
        return ClientSettingsBuilder.builder();
    }
}
