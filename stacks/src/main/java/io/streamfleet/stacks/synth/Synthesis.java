package io.streamfleet.stacks.synth;

import io.streamfleet.core.plan.ClusterPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/** Synthesises the plans of several clouds together: either all folders are the new whole, or all stay as they were. */
public final class Synthesis {
    private final Map<Synthesiser, List<ClusterPlan>> plans = new LinkedHashMap<>();

    /**
     * Sorts plans by who synthesises them.
     *
     * @param all the plans
     * @throws io.streamfleet.stacks.refusal.Refusal when the part of the app for a cloud is not there
     */
    public Synthesis(List<ClusterPlan> all) {
        for (ClusterPlan plan : all) {
            plans.computeIfAbsent(Synthesisers.of(plan.cloud()), each -> new ArrayList<>())
                    .add(plan);
        }
        write(all);
    }

    /** Writes what boots servers ahead, on another processor. What fails there does so again for the stack, and is told then. */
    private static void write(List<ClusterPlan> plans) {
        Runnable write = () -> plans.forEach(
                plan -> plan.tiers().forEach(tier -> tier.document().text()));
        Thread ahead = new Thread(new FutureTask<>(write, null), "boot documents");
        ahead.setDaemon(true);
        ahead.start();
    }

    /** Writes the folders of all clouds that there are plans for into a folder. */
    public void into(Path directory) {
        Map<OutputFolder, Consumer<Path>> contents = new LinkedHashMap<>();
        plans.forEach((synthesiser, own) -> contents.put(
                new OutputFolder(directory.resolve(synthesiser.folder())),
                fresh -> synthesiser.synthesise(own, fresh)));
        OutputFolder.fill(contents);
    }

    /** Returns the file of a plan's stack, below the folder that was written into. */
    public Path template(ClusterPlan plan) {
        Synthesiser synthesiser = Synthesisers.of(plan.cloud());
        return Path.of(synthesiser.folder()).resolve(synthesiser.template(plan));
    }
}
