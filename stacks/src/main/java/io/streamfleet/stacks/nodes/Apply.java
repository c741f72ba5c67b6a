package io.streamfleet.stacks.nodes;

import io.streamfleet.stacks.refusal.Refusal;
import io.streamfleet.streammanager.StreamManagerClient;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Brings a Stream Manager to what a description says of its nodes. */
public final class Apply {
    private final StreamManagerClient client;
    private final WantedFleet wanted;
    private final PrintWriter out;
    private final Consumer<String> say;

    /**
     * Prepares it; nothing is sent yet.
     *
     * @param client speaks with the Stream Manager
     * @param wanted what it should have
     * @param out where the difference goes
     * @param say where progress goes
     */
    public Apply(StreamManagerClient client, WantedFleet wanted, PrintWriter out, Consumer<String> say) {
        this.client = client;
        this.wanted = wanted;
        this.out = out;
        this.say = say;
    }

    /**
     * Reads what is there and prints what differs.
     *
     * @param adopts whether documents that someone else made are taken over
     * @throws Refusal when the API cannot do it
     */
    public List<String> look(boolean adopts) {
        return difference(adopts).steps().stream().map(Step::what).toList();
    }

    private Difference difference(boolean adopts) {
        wanted.checkController(
                client.cloudController(), client.settings().endpoint().toString());
        Difference difference = new Difference(client, wanted, FoundFleet.read(client, wanted)).check(adopts);
        print(difference.steps());
        return difference;
    }

    private void print(List<Step> steps) {
        for (Step step : steps) {
            out.println(step.what());
            step.changes().forEach(change -> out.println("  " + change));
        }
        if (steps.isEmpty()) {
            out.println("nothing to change");
        }
        out.flush();
    }

    /**
     * Does what is left to do, then waits until every role is in service at its minimum.
     *
     * @param adopts whether documents that someone else made are taken over
     * @param waits how long, where at all
     * @throws Refusal when a step fails, or the time is over
     */
    public void run(boolean adopts, Optional<Waits> waits) {
        Difference difference = difference(adopts);
        List<Step> steps = difference.steps();
        new StepRunner(client.settings().pause(), say).run(steps);
        checkTaken(steps);
        if (steps.stream().anyMatch(step -> step.what().startsWith("update launch configuration"))) {
            say.accept("nodes that run stay as they were launched; nodes drain has edges launched anew");
        }
        waits.ifPresent(time -> waitFor(difference.group(), time));
    }

    /** What was written is read back: a document that was taken otherwise than it was given is no success. */
    private void checkTaken(List<Step> steps) {
        if (steps.stream().noneMatch(step -> step.what().matches("(create|update) (scale|launch) .*"))) {
            return;
        }
        FoundFleet now = new FoundFleet(
                FoundFleet.policy(client, wanted),
                FoundFleet.configuration(client, wanted),
                List.of(),
                List.of(),
                List.of());
        Difference difference = new Difference(client, wanted, now);
        Stream.concat(difference.policyChanges().stream(), difference.configurationChanges().stream())
                .findFirst()
                .ifPresent(change -> {
                    throw new Refusal("the Stream Manager has taken the documents of " + wanted.documentName()
                            + " otherwise than they were given: " + change);
                });
    }

    private void waitFor(String group, Waits waits) {
        AtomicReference<List<RoleCount>> seen = new AtomicReference<>(List.of());
        Optional<String> left = waits.until(() -> {
            seen.set(RoleCount.of(wanted, client.nodes(group)));
            return RoleCount.left(seen.get());
        });
        if (left.isPresent()) {
            throw new Refusal("waited " + Waits.format(waits.longest()) + "; " + left.get()
                    + "\nall requests are done; nodes status tells more, and the Stream Manager's log why nodes do not come;"
                    + " run this again to go on waiting");
        }
        say.accept("in service: " + RoleCount.words(seen.get()));
    }
}
