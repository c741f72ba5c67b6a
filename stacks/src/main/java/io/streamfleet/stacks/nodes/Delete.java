package io.streamfleet.stacks.nodes;

import io.streamfleet.stacks.refusal.Refusal;
import io.streamfleet.streammanager.NodeGroup;
import io.streamfleet.streammanager.StreamManagerClient;
import io.streamfleet.streammanager.StreamManagerException;
import io.streamfleet.streammanager.StreamManagerException.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Deletes a fleet: its group with its nodes, then the documents that it was made of. */
public final class Delete {
    private static final Set<Integer> NOT_LET_IN = Set.of(401, 403);

    private final StreamManagerClient client;
    private final WantedFleet wanted;
    private final Consumer<String> say;
    private final Set<String> asked = new HashSet<>();

    /**
     * Prepares it; nothing is sent yet.
     *
     * @param client speaks with the Stream Manager
     * @param wanted what goes
     * @param say where progress goes
     */
    public Delete(StreamManagerClient client, WantedFleet wanted, Consumer<String> say) {
        this.client = client;
        this.wanted = wanted;
        this.say = say;
    }

    /** Returns what there is to delete, one thing a line; empty when nothing is. */
    public List<String> look() {
        List<String> all = new ArrayList<>();
        List<NodeGroup> groups = client.nodeGroups();
        groups.stream().filter(wanted::isMadeOf).forEach(group -> all.add("node group " + group.name() + load(group)));
        documents(groups, words -> {}).forEach(step -> all.add(step.what().replaceFirst("delete ", "")));
        return List.copyOf(all);
    }

    /** A group that is on its way out may be gone by the time that it is asked for. */
    private String load(NodeGroup group) {
        try {
            return " with " + count(client.nodes(group.name()).size(), "node") + " and "
                    + count(client.statistics(group.name()).connections(), "connection");
        } catch (StreamManagerException e) {
            if (e.kind() != Kind.REFUSED) {
                throw e;
            }
            return "";
        }
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /**
     * Deletes what is there.
     *
     * @param waits how long nodes may take to end
     * @throws Refusal when a step fails, or the time is over
     */
    public void run(Waits waits) {
        Optional<String> left = waits.until(this::left);
        if (left.isPresent()) {
            throw new Refusal("waited " + Waits.format(waits.longest()) + "; " + left.get()
                    + "\nits documents are left as they are; the Stream Manager goes on, and a node that never came up keeps"
                    + " its group: end such a node in the cloud; then run this again");
        }
        List<String> staying = new ArrayList<>();
        new StepRunner(waits.pause(), say).run(documents(client.nodeGroups(), staying::add));
        staying.forEach(say);
        if (staying.isEmpty()) {
            say.accept("nothing of " + wanted.documentName() + " is left");
        }
    }

    /** Asks for the groups to go, where they were not asked for yet, and tells what is left of them. */
    private Optional<String> left() {
        List<NodeGroup> groups =
                client.nodeGroups().stream().filter(wanted::isMadeOf).toList();
        for (NodeGroup group : groups) {
            if (!group.isEnding() && !asked.contains(group.name())) {
                try {
                    client.deleteNodeGroup(group.name());
                    asked.add(group.name());
                } catch (StreamManagerException e) {
                    return notYet(e);
                }
            }
        }
        return client.nodeGroups().stream().filter(wanted::isMadeOf).findFirst().map(this::words);
    }

    /** Nodes that are just coming up cannot be ended: the group is asked for again. */
    private static Optional<String> notYet(StreamManagerException refusal) {
        if (refusal.kind() != Kind.REFUSED || NOT_LET_IN.contains(refusal.status())) {
            throw refusal;
        }
        return Optional.of("not yet: " + refusal.getMessage());
    }

    private String words(NodeGroup group) {
        return "node group " + group.name() + " is still there" + load(group);
    }

    /** The documents, as far as they are ours and no other group is made of them. */
    private List<Step> documents(List<NodeGroup> groups, Consumer<String> words) {
        String name = wanted.documentName();
        List<NodeGroup> others =
                groups.stream().filter(group -> !wanted.isMadeOf(group)).toList();
        List<Step> steps = new ArrayList<>();
        FoundFleet.configuration(client, wanted)
                .filter(found -> isFree(
                        "launch configuration",
                        found.description().equals(wanted.configuration().description()),
                        others,
                        group -> group.launchConfiguration().equals(name),
                        words))
                .ifPresent(found -> steps.add(new Step(
                        "delete launch configuration " + name,
                        List.of(),
                        () -> client.deleteLaunchConfiguration(name),
                        () -> !client.launchConfigurations().contains(name))));
        FoundFleet.policy(client, wanted)
                .filter(found -> isFree(
                        "scale policy",
                        found.description().equals(wanted.policy().description()),
                        others,
                        group -> group.scalePolicy().equals(name),
                        words))
                .ifPresent(found -> steps.add(new Step(
                        "delete scale policy " + name,
                        List.of(),
                        () -> client.deleteScalePolicy(name),
                        () -> !client.scalePolicies().contains(name))));
        return List.copyOf(steps);
    }

    private boolean isFree(
            String what, boolean isOurs, List<NodeGroup> others, Predicate<NodeGroup> uses, Consumer<String> words) {
        Optional<String> user =
                others.stream().filter(uses).map(NodeGroup::name).findFirst();
        if (!isOurs) {
            words.accept(what + " " + wanted.documentName() + " stays: it was not made from this description");
        } else if (user.isPresent()) {
            words.accept(what + " " + wanted.documentName() + " stays: node group " + user.get() + " uses it");
        }
        return isOurs && user.isEmpty();
    }
}
