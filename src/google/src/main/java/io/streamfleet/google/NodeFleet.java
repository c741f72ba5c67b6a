package io.streamfleet.google;

import com.hashicorp.cdktf.TerraformOutput;
import com.hashicorp.cdktf.providers.google.project_iam_custom_role.ProjectIamCustomRole;
import com.hashicorp.cdktf.providers.google.project_iam_member.ProjectIamMember;
import com.hashicorp.cdktf.providers.google.project_iam_member.ProjectIamMemberCondition;
import io.streamfleet.terraform.NodeDocumentOutputs;
import java.util.List;
import software.constructs.Construct;

/**
 * Prepares what Stream Managers need to launch streaming nodes by themselves: the nodes are theirs, not the stack's.
 *
 * <p>Creates two roles of the project and gives them to the launching servers' service account: one to launch nodes and to
 * read what that takes, and one to end servers whose names begin with the nodes' prefix, and no others. Outputs the
 * documents of {@link NodeDocumentOutputs}. Opens no port: nodes have neither tag nor service account by which a rule could name them, and
 * {@link FlowRules} opens theirs by the range of their addresses, by {@link #peer()}. Roles cost nothing; nodes cost what
 * Compute Engine charges, and are counted by the scale policy.
 *
 * <p>Destroying the stack ends no node: scale the node group to nothing first, or the network stays in use and cannot go.
 */
public final class NodeFleet extends Construct {
    /** Launches a node and waits for it; images may be of another project, whose owner lets them be used. */
    private static final List<String> LAUNCH = List.of(
            "compute.disks.create",
            "compute.disks.delete",
            "compute.disks.setLabels",
            "compute.globalOperations.get",
            "compute.globalOperations.list",
            "compute.images.get",
            "compute.images.list",
            "compute.images.useReadOnly",
            "compute.instances.create",
            "compute.instances.get",
            "compute.instances.list",
            "compute.instances.setLabels",
            "compute.instances.setMetadata",
            "compute.instances.setTags",
            "compute.machineTypes.get",
            "compute.machineTypes.list",
            "compute.networks.get",
            "compute.projects.get",
            "compute.regions.get",
            "compute.regions.list",
            "compute.subnetworks.use",
            "compute.subnetworks.useExternalIp",
            "compute.zoneOperations.get",
            "compute.zoneOperations.list",
            "compute.zones.get",
            "compute.zones.list");

    private static final List<String> END = List.of("compute.instances.delete");

    private final NodeFleetProps props;
    private final ProjectIamCustomRole launcherRole;
    private final ProjectIamCustomRole enderRole;
    private final ProjectIamMember mayLaunch;
    private final ProjectIamMember mayEnd;
    private final List<TerraformOutput> documents;

    /**
     * Prepares the fleet.
     *
     * @param scope what the fleet belongs to
     * @param id name within the scope
     * @param props what the nodes are
     */
    public NodeFleet(Construct scope, String id, NodeFleetProps props) {
        super(scope, id);
        this.props = props;
        launcherRole = createRole("LauncherRole", "node-launcher", "Launches streaming nodes", LAUNCH);
        enderRole = createRole("EnderRole", "node-ender", "Ends streaming nodes", END);
        mayLaunch = give("MayLaunch", launcherRole).build();
        mayEnd = give("MayEnd", enderRole).condition(nodesAlone()).build();
        documents = NodeDocumentOutputs.declare(this, props.documents());
    }

    /** Returns the role that launches nodes. */
    public ProjectIamCustomRole launcherRole() {
        return launcherRole;
    }

    /** Returns the role that ends nodes. */
    public ProjectIamCustomRole enderRole() {
        return enderRole;
    }

    /** Returns what servers need before they can launch nodes. */
    public List<ProjectIamMember> grants() {
        return List.of(mayLaunch, mayEnd);
    }

    /** Returns the outputs of the documents. */
    public List<TerraformOutput> documents() {
        return documents;
    }

    /** Returns what the nodes are to firewall rules. */
    public FlowPeer peer() {
        return FlowPeer.nodes(props.ranges());
    }

    private ProjectIamCustomRole createRole(String id, String role, String title, List<String> permissions) {
        return ProjectIamCustomRole.Builder.create(this, id)
                .project(props.project())
                .roleId(GoogleNames.ROLE.name(props.name(), role))
                .title(title + " " + props.prefix())
                .permissions(permissions)
                .build();
    }

    private ProjectIamMember.Builder give(String id, ProjectIamCustomRole role) {
        return ProjectIamMember.Builder.create(this, id)
                .project(props.project())
                .role(role.getName())
                .member(props.controller().member());
    }

    /** Of anything but a server, the name is empty. */
    private ProjectIamMemberCondition nodesAlone() {
        return ProjectIamMemberCondition.builder()
                .title("Streaming nodes alone")
                .expression("resource.name.extract('/instances/{name}').startsWith('" + props.prefix() + "')")
                .build();
    }
}
