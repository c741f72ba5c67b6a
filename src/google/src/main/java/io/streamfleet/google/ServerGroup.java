package io.streamfleet.google;

import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.providers.google.compute_region_autoscaler.ComputeRegionAutoscaler;
import com.hashicorp.cdktf.providers.google.compute_region_autoscaler.ComputeRegionAutoscalerAutoscalingPolicy;
import com.hashicorp.cdktf.providers.google.compute_region_autoscaler.ComputeRegionAutoscalerAutoscalingPolicyCpuUtilization;
import com.hashicorp.cdktf.providers.google.compute_region_autoscaler.ComputeRegionAutoscalerAutoscalingPolicyScaleInControl;
import com.hashicorp.cdktf.providers.google.compute_region_autoscaler.ComputeRegionAutoscalerAutoscalingPolicyScaleInControlMaxScaledInReplicas;
import com.hashicorp.cdktf.providers.google.compute_region_autoscaler.ComputeRegionAutoscalerAutoscalingPolicyScalingSchedules;
import com.hashicorp.cdktf.providers.google.compute_region_instance_group_manager.ComputeRegionInstanceGroupManager;
import com.hashicorp.cdktf.providers.google.compute_region_instance_group_manager.ComputeRegionInstanceGroupManagerAutoHealingPolicies;
import com.hashicorp.cdktf.providers.google.compute_region_instance_group_manager.ComputeRegionInstanceGroupManagerInstanceLifecyclePolicy;
import com.hashicorp.cdktf.providers.google.compute_region_instance_group_manager.ComputeRegionInstanceGroupManagerNamedPort;
import com.hashicorp.cdktf.providers.google.compute_region_instance_group_manager.ComputeRegionInstanceGroupManagerUpdatePolicy;
import com.hashicorp.cdktf.providers.google.compute_region_instance_group_manager.ComputeRegionInstanceGroupManagerVersion;
import io.streamfleet.core.plan.RaisedMinimum;
import io.streamfleet.core.spec.GoogleScaleIn;
import io.streamfleet.core.spec.Rollout;
import io.streamfleet.terraform.Dependencies;
import io.streamfleet.terraform.Lifecycle;
import io.streamfleet.terraform.TerraformText;
import java.util.List;
import java.util.TreeSet;
import software.constructs.Construct;

/**
 * Adds servers under load and never takes one away that carries a stream.
 *
 * <p>Creates a managed instance group over the zones of one region, and its autoscaler. Opens no port. Costs what its
 * servers cost.
 *
 * <p>With long sessions, the autoscaler only adds, a new template version reaches new servers alone, and servers are not
 * moved between zones. What nothing protects from: a server that no longer answers its own, slow health check is replaced,
 * as is one that is removed by hand or lost with its zone. A replacement gets the newest version. So that a replacement is
 * started before what it replaces is stopped, a group may be larger by one server a zone meanwhile.
 *
 * <p>Google gives a group other zones by making it anew, which ends what its servers carry: a plan that would do so fails
 * while the group is protected. The other one has another name, and is made first. A group goes only after the load
 * balancers no longer name it, also one whose region is given up: Google refuses to delete a group in use.
 *
 * <p>The group has no size of its own: the autoscaler sets it, and a deployment would set it back and end sessions.
 */
public final class ServerGroup extends Construct implements IServerGroup {
    /** Name of the servers' port, by which load balancers find it. */
    public static final String PORT_NAME = "http";

    /** Zones that Google spreads a group over where none are named. */
    private static final int ZONES_OF_GOOGLE = 3;

    private final ServerGroupProps props;
    private final String region;
    private final String groupName;
    private final ComputeRegionInstanceGroupManager group;
    private final String groupId;
    private final String instanceGroup;
    private final ComputeRegionAutoscaler autoscaler;
    private final Dependencies needed;

    /**
     * Creates the group.
     *
     * @param scope what the group belongs to
     * @param id name within the scope
     * @param props its layout
     */
    public ServerGroup(Construct scope, String id, ServerGroupProps props) {
        super(scope, id);
        this.props = props;
        region = props.template().region();
        groupName = props.zones().isEmpty()
                ? GoogleNames.RESOURCE.name(props.name(), region)
                : GoogleNames.RESOURCE.nameOf(new TreeSet<>(props.zones()), props.name(), region);
        group = createGroup();
        needed = Dependencies.of(group);
        groupId = group.getId();
        instanceGroup = group.getInstanceGroup();
        waitForWhatServersNeed();
        autoscaler = createAutoscaler();
    }

    /**
     * Returns a group that exists.
     *
     * @param groupName its name
     * @param region its region
     * @param instanceGroup URL of its instances
     * @param portName name that it has given to the servers' port
     */
    public static IServerGroup fromAttributes(String groupName, String region, String instanceGroup, String portName) {
        return new ExistingServerGroup(groupName, region, instanceGroup, portName);
    }

    private ComputeRegionInstanceGroupManager createGroup() {
        var builder = ComputeRegionInstanceGroupManager.Builder.create(this, "Group")
                .name(groupName)
                .region(region)
                .baseInstanceName(GoogleNames.SERVER.name(props.name()))
                .version(List.of(ComputeRegionInstanceGroupManagerVersion.builder()
                        .instanceTemplate(props.template().templateId())
                        .build()))
                .namedPort(List.of(ComputeRegionInstanceGroupManagerNamedPort.builder()
                        .name(PORT_NAME)
                        .port(props.port())
                        .build()))
                .autoHealingPolicies(ComputeRegionInstanceGroupManagerAutoHealingPolicies.builder()
                        .healthCheck(props.healingCheck().checkId())
                        .initialDelaySec(props.grace().toSeconds())
                        .build())
                .updatePolicy(updatePolicy())
                .instanceLifecyclePolicy(ComputeRegionInstanceGroupManagerInstanceLifecyclePolicy.builder()
                        .forceUpdateOnRepair("YES")
                        .build())
                .lifecycle(Lifecycle.DEFAULT
                        .createBeforeDestroy()
                        .preventDestroy(props.isProtected())
                        .toTerraform());
        if (!props.zones().isEmpty()) {
            builder.distributionPolicyZones(props.zones());
        }
        return builder.build();
    }

    /** New servers before old ones go, one a zone: fewer than there are zones Google refuses in a region. */
    private ComputeRegionInstanceGroupManagerUpdatePolicy updatePolicy() {
        return ComputeRegionInstanceGroupManagerUpdatePolicy.builder()
                .type(props.rollout() == Rollout.REFRESH ? "PROACTIVE" : "OPPORTUNISTIC")
                .instanceRedistributionType(props.longSessions() ? "NONE" : "PROACTIVE")
                .minimalAction("REPLACE")
                .mostDisruptiveAllowedAction("REPLACE")
                .replacementMethod("SUBSTITUTE")
                .maxSurgeFixed(
                        props.zones().isEmpty()
                                ? ZONES_OF_GOOGLE
                                : props.zones().size())
                .maxUnavailableFixed(0)
                .build();
    }

    /** Nothing in the group refers to its network's way out, and a server without one fails to boot. */
    private void waitForWhatServersNeed() {
        if (!props.template().publicAddress()) {
            startAfter(props.network().outboundAccess());
        }
    }

    @Override
    public void startAfter(List<? extends ITerraformDependable> resources) {
        needed.add(resources);
    }

    private ComputeRegionAutoscaler createAutoscaler() {
        return ComputeRegionAutoscaler.Builder.create(this, "Autoscaler")
                .name(groupName)
                .region(region)
                .target(groupId)
                .autoscalingPolicy(autoscalingPolicy())
                .build();
    }

    private ComputeRegionAutoscalerAutoscalingPolicy autoscalingPolicy() {
        var policy = ComputeRegionAutoscalerAutoscalingPolicy.builder()
                .minReplicas(props.size().min())
                .maxReplicas(props.size().max())
                .cooldownPeriod(props.warmUp().toSeconds())
                .cpuUtilization(ComputeRegionAutoscalerAutoscalingPolicyCpuUtilization.builder()
                        .target(props.scaling().out().cpuPercent() / 100.0)
                        .build());
        policy.mode(props.scaling().in().isPresent() ? "ON" : "ONLY_SCALE_OUT");
        props.scaling().in().ifPresent(in -> policy.scaleInControl(slowly(in)));
        List<RaisedMinimum> raised = RaisedMinimum.of(props.size(), props.schedules());
        if (!raised.isEmpty()) {
            policy.scalingSchedules(raised.stream().map(ServerGroup::schedule).toList());
        }
        return policy.build();
    }

    private static ComputeRegionAutoscalerAutoscalingPolicyScaleInControl slowly(GoogleScaleIn in) {
        return ComputeRegionAutoscalerAutoscalingPolicyScaleInControl.builder()
                .timeWindowSec(in.window().toSeconds())
                .maxScaledInReplicas(ComputeRegionAutoscalerAutoscalingPolicyScaleInControlMaxScaledInReplicas.builder()
                        .fixed(in.maxRemoved())
                        .build())
                .build();
    }

    private static ComputeRegionAutoscalerAutoscalingPolicyScalingSchedules schedule(RaisedMinimum raised) {
        return ComputeRegionAutoscalerAutoscalingPolicyScalingSchedules.builder()
                .name(TerraformText.literal(raised.name()))
                .schedule(raised.schedule().cron())
                .timeZone(raised.schedule().timeZone())
                .durationSec(raised.duration().toSeconds())
                .minRequiredReplicas(raised.schedule().min())
                .build();
    }

    @Override
    public String groupName() {
        return groupName;
    }

    @Override
    public String region() {
        return region;
    }

    @Override
    public String instanceGroup() {
        return instanceGroup;
    }

    @Override
    public String portName() {
        return PORT_NAME;
    }

    /** Returns what its servers are started from. */
    public IServerTemplate template() {
        return props.template();
    }

    /** Returns the managed instance group's own resource. */
    public ComputeRegionInstanceGroupManager group() {
        return group;
    }

    /** Returns the autoscaler's own resource. */
    public ComputeRegionAutoscaler autoscaler() {
        return autoscaler;
    }
}
