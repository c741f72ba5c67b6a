package io.streamfleet.stacks.nodes;

import io.streamfleet.stacks.refusal.Refusal;
import io.streamfleet.streammanager.Pause;
import io.streamfleet.streammanager.StreamManagerException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Runs steps one after another, and says how far it came.
 *
 * <p>A request whose answer is lost may have been done: it is looked for. It is sent again only where the server said that
 * it had failed, since one that is still under way would be done twice: two groups, or two origins, cost double.
 */
final class StepRunner {
    private static final int ATTEMPTS = 3;
    private static final Duration WAIT = Duration.ofSeconds(2);

    /** With these, whoever had the request is through with it; after 504, it may still be at it. */
    private static final Set<Integer> OVER = Set.of(500, 502, 503);

    private final Pause pause;
    private final Consumer<String> say;
    private final List<String> done = new ArrayList<>();

    StepRunner(Pause pause, Consumer<String> say) {
        this.pause = pause;
        this.say = say;
    }

    /**
     * Runs the steps.
     *
     * @throws Refusal when one fails, with what was done before
     */
    void run(List<Step> steps) {
        for (Step step : steps) {
            try {
                run(step);
            } catch (StreamManagerException e) {
                throw failed(step, e);
            }
            done.add(step.what());
            say.accept(step.what() + ": done");
        }
    }

    private void run(Step step) {
        for (int attempt = 1; ; attempt++) {
            try {
                step.work().run();
                return;
            } catch (StreamManagerException e) {
                if (isDoneAfterAll(step, e, attempt)) {
                    return;
                }
                if (attempt == ATTEMPTS || !OVER.contains(e.status())) {
                    throw e;
                }
                say.accept(step.what() + ": " + e.getMessage() + "; trying again");
            }
        }
    }

    /** A refusal stands, but for one that follows on a lost answer: then the name is taken by the step itself. */
    private boolean isDoneAfterAll(Step step, StreamManagerException fault, int attempt) {
        if (!fault.isPerhapsDone() && attempt == 1) {
            return false;
        }
        for (int look = 1; ; look++) {
            Waits.sleep(pause, WAIT);
            try {
                if (step.isDone().getAsBoolean()) {
                    return true;
                }
            } catch (StreamManagerException e) {
                return false;
            }
            if (OVER.contains(fault.status()) || !fault.isPerhapsDone() || look == ATTEMPTS) {
                return false;
            }
        }
    }

    private Refusal failed(Step step, StreamManagerException fault) {
        List<String> lines = new ArrayList<>();
        lines.add("failed to " + step.what() + ": " + fault.getMessage());
        lines.add(done.isEmpty() ? "nothing was done before it" : "done before it: " + String.join("; ", done));
        lines.add(
                fault.isPerhapsDone()
                        ? "it is not known whether it was done: run this again in a minute; it looks, and goes on from there"
                        : "run this again once that is put right; it goes on from there");
        return new Refusal(String.join("\n", lines));
    }
}
