package io.streamfleet.streammanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.streamfleet.streammanager.loopback.InstantPause;
import io.streamfleet.streammanager.loopback.LoopbackStreamManager;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test of the client against a Stream Manager on loopback, whose every fault is held against the token. */
abstract class OnLoopback {
    static final String CANARY = "cAnArY/7+f&9%zz";

    @TempDir
    Path folder;

    final InstantPause pause = new InstantPause();
    LoopbackStreamManager manager;

    @BeforeEach
    void start() {
        manager = LoopbackStreamManager.start("4.0", CANARY);
    }

    @AfterEach
    void stop() {
        manager.close();
    }

    StreamManagerClient client() {
        return client(manager.endpoint(), Optional.empty());
    }

    StreamManagerClient client(String endpoint, Optional<Path> authorities) {
        return new StreamManagerClient(ClientSettings.builder()
                .endpoint(Endpoint.of(endpoint))
                .token(AccessToken.of(CANARY))
                .authorities(authorities)
                .answerTimeout(Duration.ofMillis(600))
                .pause(pause)
                .build());
    }

    static StreamManagerException fault(Runnable request) {
        StreamManagerException fault = catchThrowableOfType(StreamManagerException.class, request::run);
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace, true));
        assertThat(trace.toString()).doesNotContain("cAnArY").doesNotContain("canary");
        assertThat(fault.getMessage().lines()).hasSize(1);
        return fault;
    }
}
