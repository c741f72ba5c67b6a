package io.streamfleet.stacks.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.core.reader.SpecReader;
import io.streamfleet.stacks.refusal.Refusal;
import io.streamfleet.streammanager.AccessToken;
import io.streamfleet.streammanager.ClientSettings;
import io.streamfleet.streammanager.Endpoint;
import io.streamfleet.streammanager.StreamManagerClient;
import io.streamfleet.streammanager.StreamManagerException;
import io.streamfleet.streammanager.loopback.InstantPause;
import io.streamfleet.streammanager.loopback.LoopbackStreamManager;
import io.streamfleet.streammanager.loopback.Seen;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A Stream Manager on loopback, and commands run against it in no time: whatever they say is checked for the token. */
final class Bench implements AutoCloseable {
    static final String CANARY = "cAnArY-7f+/&9";

    private static final String SPEC = """
            name: live
            product: red5
            cloud: aws
            domain: live.example.com
            streamManager:
              api: "VERSION"
              image: { id: ami-0123456789abcdef0 }
              instanceType: c5.large
              group: { max: 6 }
            database: { create: { instanceType: db.t4g.medium } }
            tls: { issue: {} }
            dns: { zone: example.com, zoneId: Z0123456789ABCDEFGHIJ }
            aws: { region: us-east-1, network: { create: { cidr: 10.20.0.0/16 } } }
            nodes:
              prefix: live-node
              image: red5pro-node-11
              keyPair: red5pro
              properties: { zeta: "1" }
              metadata: { stage: production }
              roles:
                origin: { min: 2, max: 10, instanceType: c5.large, capacity: 2000 }
                edge: { min: 3, max: 20, instanceType: c5.large, capacity: 2000, scaleOutWait: 90s }
            """;

    private final LoopbackStreamManager manager;
    private final InstantPause pause = new InstantPause();
    private final StringBuilder said = new StringBuilder();
    private final String version;

    Bench(String version) {
        this.version = version;
        this.manager = LoopbackStreamManager.start(version, CANARY);
    }

    LoopbackStreamManager manager() {
        return manager;
    }

    InstantPause pause() {
        return pause;
    }

    WantedFleet wanted() {
        return wanted("", "");
    }

    /** Returns what the description says with a part of it changed. */
    WantedFleet wanted(String part, String changed) {
        String text = SPEC.replace("VERSION", version);
        assertThat(text).contains(part);
        return WantedFleet.of(
                SpecReader.parse("live.yaml", text.replace(part, changed)).spec());
    }

    StreamManagerClient client() {
        return new StreamManagerClient(ClientSettings.builder()
                .endpoint(Endpoint.of(manager.endpoint()))
                .version(wanted().version())
                .token(AccessToken.of(CANARY))
                .answerTimeout(Duration.ofMillis(500))
                .pause(pause)
                .build());
    }

    Waits waits() {
        return new Waits(pause, Duration.ofSeconds(5), Duration.ofMinutes(15), this::say);
    }

    void say(String line) {
        said.append(line).append('\n');
    }

    /** Returns what was said since the last time. */
    String said() {
        String all = said.toString();
        said.setLength(0);
        return all;
    }

    /** Applies the description as it is. */
    Outcome apply() {
        return apply(wanted());
    }

    Outcome apply(WantedFleet wanted) {
        return apply(wanted, false);
    }

    Outcome apply(WantedFleet wanted, boolean adopts) {
        return run(out -> new Apply(client(), wanted, out, this::say).run(adopts, Optional.of(waits())));
    }

    Outcome dryRun(WantedFleet wanted) {
        return run(out -> new Apply(client(), wanted, out, this::say).look(false));
    }

    Outcome delete() {
        return run(out -> {
            Delete delete = new Delete(client(), wanted(), this::say);
            delete.look().forEach(out::println);
            delete.run(waits());
        });
    }

    Outcome drain(String... nodes) {
        return run(out -> new Drain(client(), this::say).run(List.of(nodes), Optional.of(waits())));
    }

    /** What a command works with. */
    interface Work {
        void run(PrintWriter out);
    }

    /**
     * What a command came to.
     *
     * @param out what it printed
     * @param err what it said, its last words included
     * @param isFine whether it did not fail
     */
    record Outcome(String out, String err, boolean isFine) {}

    private Outcome run(Work work) {
        StringWriter out = new StringWriter();
        boolean isFine = true;
        try {
            work.run(new PrintWriter(out, true));
        } catch (Refusal | StreamManagerException e) {
            say(e.getMessage());
            isFine = false;
        }
        Outcome outcome = new Outcome(out.toString(), said(), isFine);
        assertThat(outcome.toString()).doesNotContain("cAnArY");
        return outcome;
    }

    /** Returns the requests since the last time that changed something. */
    List<String> writes() {
        List<String> writes =
                manager.requests().stream().filter(Seen::writes).map(Seen::what).toList();
        manager.forgetRequests();
        return writes;
    }

    @Override
    public void close() {
        manager.close();
    }
}
