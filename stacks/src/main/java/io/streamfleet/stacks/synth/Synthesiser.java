package io.streamfleet.stacks.synth;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.plan.ClusterPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Turns plans into what a cloud's own command deploys. Found by {@link java.util.ServiceLoader}: the part of the app for
 * some clouds is there where its module is, and who deploys to the others does not need it.
 */
public interface Synthesiser {
    /** Returns the clouds whose plans it takes. */
    Set<Cloud> clouds();

    /** Returns the name of the folder that its output goes to, which is where its command looks for it. */
    String folder();

    /** Returns the file of a plan's stack within that folder. */
    Path template(ClusterPlan plan);

    /**
     * Loads in the background what synthesis needs, while plans are made.
     *
     * @param known those of its clouds that there are plans for, as far as that is known
     */
    void prepare(Set<Cloud> known);

    /**
     * Synthesises plans into a folder.
     *
     * @param plans one or more, on its clouds
     * @param folder where the output goes; it exists and is empty
     * @throws io.streamfleet.stacks.refusal.Refusal when a construct or the synthesis refuses
     */
    void synthesise(List<ClusterPlan> plans, Path folder);

    /** Returns the words for someone who runs the app of the command by hand; empty when it is the command that runs it. */
    Optional<String> notUnderItsCommand();

    /**
     * Runs as the app of its command, which says by its environment where the output goes.
     *
     * @param plans gives the plans: of the description that the command names, or of all
     */
    void underItsCommand(Function<Optional<Path>, List<ClusterPlan>> plans);
}
