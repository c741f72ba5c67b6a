package io.streamfleet.stacks.nodes;

import io.streamfleet.stacks.refusal.Refusal;
import io.streamfleet.streammanager.LaunchConfiguration;
import io.streamfleet.streammanager.NodeGroup;
import io.streamfleet.streammanager.ScalePolicy;
import io.streamfleet.streammanager.StreamManagerClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What is to be done so that a Stream Manager has what a description says, and nothing else. */
final class Difference {
    private final StreamManagerClient client;
    private final WantedFleet wanted;
    private final FoundFleet found;

    Difference(StreamManagerClient client, WantedFleet wanted, FoundFleet found) {
        this.client = client;
        this.wanted = wanted;
        this.found = found;
    }

    /**
     * Refuses what the API cannot do, all of it at once.
     *
     * @param adopts whether documents of the name that were made by someone else are taken over
     */
    Difference check(boolean adopts) {
        List<String> refusals = new ArrayList<>();
        checkGroup(refusals);
        checkOwners(refusals, adopts);
        checkUsedPolicy(refusals);
        if (!refusals.isEmpty()) {
            throw new Refusal(String.join("\n", refusals));
        }
        return this;
    }

    private void checkGroup(List<String> refusals) {
        if (found.own().size() > 1) {
            refusals.add("node groups "
                    + String.join(
                            ", ", found.own().stream().map(NodeGroup::name).toList())
                    + ": are all of " + wanted.documentName()
                    + ", must be one; delete the others by the Stream Manager's API");
            return;
        }
        found.group().ifPresent(group -> {
            TreeSet<String> regions = new TreeSet<>(group.regions());
            if (group.isEnding()) {
                refusals.add("node group " + group.name()
                        + ": is being deleted; run this again once it is gone, which nodes status tells");
            } else if (!regions.equals(wanted.regions())) {
                refusals.add("node group " + group.name() + ": is in " + String.join(", ", regions) + ", must be in "
                        + String.join(", ", wanted.regions())
                        + "; the API cannot move it: delete it first, by nodes delete, and its streams end");
            }
        });
    }

    /** A document is known as ours by its description, which nobody else writes. */
    private void checkOwners(List<String> refusals, boolean adopts) {
        if (adopts) {
            return;
        }
        found.policy()
                .filter(policy -> !policy.description().equals(wanted.policy().description()))
                .ifPresent(policy -> refusals.add(another("scale policy", policy.description())));
        found.configuration()
                .filter(configuration -> !configuration
                        .description()
                        .equals(wanted.configuration().description()))
                .ifPresent(configuration -> refusals.add(another("launch configuration", configuration.description())));
    }

    private String another(String what, String description) {
        return what + " " + wanted.documentName() + ": is there, and not made from this description (it is called \""
                + description + "\"); name another by nodes.policyName, or take it over: --adopt";
    }

    private void checkUsedPolicy(List<String> refusals) {
        List<String> users = found.usersOfPolicy(wanted);
        if (users.isEmpty()) {
            return;
        }
        List<Change> others =
                policyChanges().stream().filter(change -> !change.isOfLimits()).toList();
        others.forEach(
                change -> refusals.add(
                        "scale policy " + wanted.documentName() + ": " + change
                                + " cannot be changed while node group " + String.join(", ", users)
                                + " uses it: only minLimit and maxLimit can; name another by nodes.policyName, or delete the group first"));
    }

    /** Returns the steps, in their order: documents before the group that is made of them. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        policyStep().ifPresent(steps::add);
        configurationStep().ifPresent(steps::add);
        if (found.group().isEmpty()) {
            steps.add(createGroup());
        }
        if (found.nodes().stream().allMatch(node -> node.isEnding())) {
            steps.add(launchOrigin());
        }
        return List.copyOf(steps);
    }

    List<Change> policyChanges() {
        return found.policy()
                .map(policy -> Change.between(policy.facts(), wanted.policy().facts()))
                .orElse(List.of());
    }

    List<Change> configurationChanges() {
        return found.configuration()
                .map(configuration -> Change.between(
                        configuration.facts(), wanted.configuration().facts()))
                .orElse(List.of());
    }

    private Optional<Step> policyStep() {
        String name = wanted.documentName();
        var document = wanted.documents().scalePolicy().tree();
        if (found.policy().isEmpty()) {
            return Optional.of(new Step(
                    "create scale policy " + name,
                    List.of(),
                    () -> client.createScalePolicy(document),
                    this::hasPolicy));
        }
        return Optional.of(policyChanges())
                .filter(changes -> !changes.isEmpty())
                .map(changes -> new Step(
                        "update scale policy " + name,
                        changes,
                        () -> client.updateScalePolicy(name, document),
                        this::hasPolicy));
    }

    private Optional<Step> configurationStep() {
        String name = wanted.documentName();
        var document = wanted.documents().launchConfiguration().tree();
        if (found.configuration().isEmpty()) {
            return Optional.of(new Step(
                    "create launch configuration " + name,
                    List.of(),
                    () -> client.createLaunchConfiguration(document),
                    this::hasConfiguration));
        }
        return Optional.of(configurationChanges())
                .filter(changes -> !changes.isEmpty())
                .map(changes -> new Step(
                        "update launch configuration " + name,
                        changes,
                        () -> client.updateLaunchConfiguration(name, document),
                        this::hasConfiguration));
    }

    private Step createGroup() {
        return new Step(
                "create node group in " + String.join(", ", wanted.regions()),
                List.of(),
                () -> client.createNodeGroup(wanted.documents().nodeGroup().tree()),
                () -> currentGroup().isPresent());
    }

    private Step launchOrigin() {
        return new Step(
                "launch the first origin",
                List.of(),
                () -> client.launchOrigin(group()),
                () -> client.nodes(group()).stream().anyMatch(node -> !node.isEnding()));
    }

    /**
     * Returns the name of the group, which an earlier step has made.
     *
     * @throws Refusal when it is not there
     */
    String group() {
        return found.group()
                .or(this::currentGroup)
                .map(NodeGroup::name)
                .orElseThrow(() -> new Refusal("the node group of " + wanted.documentName()
                        + " is not there any more; has someone deleted it? run this again"));
    }

    private Optional<NodeGroup> currentGroup() {
        return client.nodeGroups().stream().filter(wanted::isMadeOf).findFirst();
    }

    private boolean hasPolicy() {
        return FoundFleet.policy(client, wanted)
                .map(ScalePolicy::facts)
                .filter(wanted.policy().facts()::equals)
                .isPresent();
    }

    private boolean hasConfiguration() {
        return FoundFleet.configuration(client, wanted)
                .map(LaunchConfiguration::facts)
                .filter(wanted.configuration().facts()::equals)
                .isPresent();
    }
}
