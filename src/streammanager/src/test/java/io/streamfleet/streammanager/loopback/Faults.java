package io.streamfleet.streammanager.loopback;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which requests fail, and how: the first that fits is used up by fitting. */
final class Faults {
    private static final class Planned {
        private final Predicate<Seen> fits;
        private final Fault fault;
        private int left;

        private Planned(Predicate<Seen> fits, Fault fault, int times) {
            this.fits = fits;
            this.fault = fault;
            this.left = times;
        }
    }

    private final List<Planned> planned = new ArrayList<>();
    private int injected;
    private long crashAfter = -1;
    private boolean crashDoes;

    synchronized void plan(Predicate<Seen> fits, Fault fault, int times) {
        planned.add(new Planned(fits, fault, times));
    }

    /** From the request of this number on, counted from 1, nothing is answered any more. */
    synchronized void crashAt(int number, boolean isDone) {
        crashAfter = number;
        crashDoes = isDone;
    }

    synchronized void clear() {
        planned.clear();
        crashAfter = -1;
    }

    synchronized int injected() {
        return injected;
    }

    synchronized Optional<Fault> next(Seen request, int number) {
        Optional<Fault> fault = crash(number).or(() -> first(request));
        fault.ifPresent(each -> injected++);
        return fault;
    }

    private Optional<Fault> crash(int number) {
        if (crashAfter < 0 || number < crashAfter) {
            return Optional.empty();
        }
        return Optional.of(number == crashAfter && crashDoes ? new Fault.CutAfter() : new Fault.CutBefore());
    }

    private Optional<Fault> first(Seen request) {
        for (Planned each : planned) {
            if (each.left > 0 && each.fits.test(request)) {
                each.left--;
                return Optional.of(each.fault);
            }
        }
        return Optional.empty();
    }
}
