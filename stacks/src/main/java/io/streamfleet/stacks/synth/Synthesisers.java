package io.streamfleet.stacks.synth;

import io.streamfleet.core.Cloud;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** The synthesisers that are there. */
public final class Synthesisers {
    private static final Map<Cloud, Synthesiser> FOUND = find();

    private Synthesisers() {}

    private static Map<Cloud, Synthesiser> find() {
        Map<Cloud, Synthesiser> found = new EnumMap<>(Cloud.class);
        for (Synthesiser each : ServiceLoader.load(Synthesiser.class)) {
            each.clouds().forEach(cloud -> found.put(cloud, each));
        }
        return found;
    }

    /** Returns the synthesiser of a cloud; empty where the part of the app that has it is not there. */
    public static Optional<Synthesiser> of(Cloud cloud) {
        return Optional.ofNullable(FOUND.get(cloud));
    }
}
