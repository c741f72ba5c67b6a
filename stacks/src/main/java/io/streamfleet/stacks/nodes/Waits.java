package io.streamfleet.stacks.nodes;

import io.streamfleet.core.value.Durations;
import io.streamfleet.stacks.refusal.Refusal;
import io.streamfleet.streammanager.Pause;
import io.streamfleet.streammanager.StreamManagerException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Looks at something again and again until it is as it should be, or the time is over.
 *
 * @param pause the time
 * @param poll how long between two looks
 * @param longest how long in all
 * @param say where progress goes
 */
public record Waits(Pause pause, Duration poll, Duration longest, Consumer<String> say) {
    /** Lets time pass; whoever interrupts the thread wants the command to end. */
    static void sleep(Pause pause, Duration time) {
        try {
            pause.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted; run this again, it goes on from there");
        }
    }

    /**
     * Waits until a look finds nothing left to wait for.
     *
     * @param left what is still to come; empty at the end
     * @return what was still to come when the time was over; empty when nothing was
     */
    Optional<String> until(Supplier<Optional<String>> left) {
        long start = pause.nanos();
        String told = "";
        while (true) {
            Optional<String> now = look(left);
            Duration passed = Duration.ofNanos(pause.nanos() - start);
            if (now.isEmpty()) {
                return now;
            }
            if (passed.compareTo(longest) >= 0) {
                return now;
            }
            if (!now.get().equals(told)) {
                told = now.get();
                say.accept(told + " (" + format(passed) + ")");
            }
            Duration rest = longest.minus(passed);
            sleep(pause, rest.compareTo(poll) < 0 ? rest : poll);
        }
    }

    /** A Stream Manager that restarts meanwhile is waited for as well. */
    private static Optional<String> look(Supplier<Optional<String>> left) {
        try {
            return left.get();
        } catch (StreamManagerException e) {
            if (!e.isPassing()) {
                throw e;
            }
            return Optional.of("no answer: " + e.getMessage());
        }
    }

    static String format(Duration time) {
        return Durations.format(Duration.ofSeconds(time.toSeconds()));
    }
}
