package io.streamfleet.stacks.synth;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.reader.Description;
import io.streamfleet.stacks.refusal.Refusal;
import java.util.EnumMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;

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

    /** Returns whether the part of the app for a cloud is there. */
    public static boolean has(Cloud cloud) {
        return FOUND.containsKey(cloud);
    }

    /** Loads in the background what a description's synthesis needs, where that is there. */
    public static void prepare(Description description) {
        Cloud cloud = description.spec().cloud().kind();
        if (has(cloud)) {
            of(cloud).prepare(Set.of(cloud));
        }
    }

    /**
     * Returns the synthesiser of a cloud.
     *
     * @throws Refusal when the part of the app for the cloud is not there
     */
    public static Synthesiser of(Cloud cloud) {
        if (!has(cloud)) {
            throw new Refusal(
                    "the part of the app for " + cloud.key()
                            + " is not there; run ./streamfleet, which builds it, or put streamfleet-stacks-terraform on the class path");
        }
        return FOUND.get(cloud);
    }
}
