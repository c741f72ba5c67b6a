package io.streamfleet.streammanager;

import java.time.Duration;
import java.util.SplittableRandom;

/** The time: how it is told, how it is let pass, and the chance by which waits differ. */
public interface Pause {
    /** Returns a number of nanoseconds that only grows; it means nothing but by difference. */
    long nanos();

    /**
     * Lets time pass.
     *
     * @throws InterruptedException when the thread is asked to end
     */
    void sleep(Duration time) throws InterruptedException;

    /** Returns a part from 0 to less than 1, another one each time. */
    double part();

    /** Returns the time as it is. */
    static Pause real() {
        SplittableRandom chance = new SplittableRandom();
        return new Pause() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void sleep(Duration time) throws InterruptedException {
                Thread.sleep(time.toMillis());
            }

            @Override
            public synchronized double part() {
                return chance.nextDouble();
            }
        };
    }
}
