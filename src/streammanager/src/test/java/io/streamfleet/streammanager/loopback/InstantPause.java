package io.streamfleet.streammanager.loopback;

import io.streamfleet.streammanager.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A time that passes by being asked to: every wait is over at once, and is remembered. */
public final class InstantPause implements Pause {
    private final List<Duration> waits = new ArrayList<>();
    private long nanos;

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized void sleep(Duration time) {
        waits.add(time);
        nanos += time.toNanos();
    }

    @Override
    public double part() {
        return 0.5;
    }

    /** Returns the waits so far. */
    public synchronized List<Duration> waits() {
        return List.copyOf(waits);
    }
}
