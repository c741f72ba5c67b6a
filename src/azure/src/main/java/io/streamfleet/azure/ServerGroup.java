package io.streamfleet.azure;

import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.TerraformLocal;
import com.hashicorp.cdktf.providers.azurerm.linux_virtual_machine_scale_set.LinuxVirtualMachineScaleSet;
import com.hashicorp.cdktf.providers.azurerm.linux_virtual_machine_scale_set.LinuxVirtualMachineScaleSetAdminSshKey;
import com.hashicorp.cdktf.providers.azurerm.linux_virtual_machine_scale_set.LinuxVirtualMachineScaleSetAutomaticInstanceRepair;
import com.hashicorp.cdktf.providers.azurerm.linux_virtual_machine_scale_set.LinuxVirtualMachineScaleSetBootDiagnostics;
import com.hashicorp.cdktf.providers.azurerm.linux_virtual_machine_scale_set.LinuxVirtualMachineScaleSetExtension;
import com.hashicorp.cdktf.providers.azurerm.linux_virtual_machine_scale_set.LinuxVirtualMachineScaleSetIdentity;
import com.hashicorp.cdktf.providers.azurerm.linux_virtual_machine_scale_set.LinuxVirtualMachineScaleSetNetworkInterface;
import com.hashicorp.cdktf.providers.azurerm.linux_virtual_machine_scale_set.LinuxVirtualMachineScaleSetNetworkInterfaceIpConfiguration;
import com.hashicorp.cdktf.providers.azurerm.linux_virtual_machine_scale_set.LinuxVirtualMachineScaleSetNetworkInterfaceIpConfigurationPublicIpAddress;
import com.hashicorp.cdktf.providers.azurerm.linux_virtual_machine_scale_set.LinuxVirtualMachineScaleSetOsDisk;
import com.hashicorp.cdktf.providers.azurerm.linux_virtual_machine_scale_set.LinuxVirtualMachineScaleSetTerminationNotification;
import io.streamfleet.core.boot.AzureController;
import io.streamfleet.terraform.Dependencies;
import io.streamfleet.terraform.Lifecycle;
import io.streamfleet.terraform.TerraformText;
import java.util.List;
import java.util.Locale;
import software.constructs.Construct;

/**
 * Adds servers under load and never takes one away that carries a stream.
 *
 * <p>Creates a uniform scale set over the location's zones, and its autoscale setting. Opens no port. Costs what its servers
 * cost.
 *
 * <p>With long sessions, load only adds servers. A new image or setting reaches new servers alone; without long sessions and
 * with {@code refresh}, the provider makes running servers anew, where the stack's provider is set to. What nothing protects
 * from: a server that does not answer its health check for four minutes is replaced, as is one that is removed by hand or
 * lost with its zone. A server is told of its end fifteen minutes ahead, the longest Azure takes.
 *
 * <p>Azure takes a zone from a group by making it anew, which ends what its servers carry: a plan that would do so fails
 * while the group is protected.
 *
 * <p>The number of servers is the autoscale setting's: Terraform sets it once and then leaves it alone, or each deployment
 * would set it back and end sessions. Azure starts no server more than it is asked for, since each would count itself among
 * the Stream Managers for good.
 */
public final class ServerGroup extends Construct implements IServerGroup {
    private static final int HEALTH_INTERVAL_SECONDS = 30;

    /**
     * The extension fails, and with it each new server, where these and the interval make more than 240 seconds.
     *
     * @see <a href="https://github.com/Azure/applicationhealth-extension-linux/blob/master/main/handlersettings.go">Its
     *     check of settings</a>
     */
    private static final int HEALTH_FAILURES = 8;

    private final ServerGroupProps props;
    private final IServerTemplate template;
    private final ServerTemplateProps model;
    private final String groupName;
    private final LinuxVirtualMachineScaleSet group;
    private final String groupId;
    private final Dependencies needed;
    private final Autoscale autoscale;

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
        template = props.template();
        model = template.props();
        groupName = AzureNames.SCALE_SET.name(model.name());
        group = createGroup();
        groupId = group.getId();
        needed = Dependencies.of(group);
        waitForWhatServersNeed();
        autoscale = new Autoscale(this, "Autoscale", groupName, groupId, model.place(), props);
    }

    /** Returns a group that exists. */
    public static IServerGroup fromAttributes(String groupName, String groupId) {
        return new ExistingServerGroup(groupName, groupId);
    }

    private LinuxVirtualMachineScaleSet createGroup() {
        var builder = LinuxVirtualMachineScaleSet.Builder.create(this, "Group")
                .name(groupName)
                .resourceGroupName(model.place().resourceGroup())
                .location(model.place().location())
                .sku(model.vmSize())
                .instances(props.size().min())
                .sourceImageId(template.imageId())
                .upgradeMode("Manual")
                .overprovision(false)
                .singlePlacementGroup(false)
                .zoneBalance(false)
                .adminUsername(model.adminUser())
                .disablePasswordAuthentication(true)
                .adminSshKey(List.of(LinuxVirtualMachineScaleSetAdminSshKey.builder()
                        .username(model.adminUser())
                        .publicKey(TerraformText.literal(model.sshKey()))
                        .build()))
                .encryptionAtHostEnabled(model.encryptionAtHost())
                .osDisk(LinuxVirtualMachineScaleSetOsDisk.builder()
                        .caching("ReadWrite")
                        .storageAccountType("StandardSSD_LRS")
                        .diskSizeGb(model.diskGib())
                        .build())
                .networkInterface(List.of(networkInterface()))
                .identity(LinuxVirtualMachineScaleSetIdentity.builder()
                        .type("UserAssigned")
                        .identityIds(List.of(template.identity().id()))
                        .build())
                .extension(List.of(health()))
                .automaticInstanceRepair(LinuxVirtualMachineScaleSetAutomaticInstanceRepair.builder()
                        .enabled(true)
                        .action("Replace")
                        .gracePeriod(props.grace().toString())
                        .build())
                .terminationNotification(LinuxVirtualMachineScaleSetTerminationNotification.builder()
                        .enabled(true)
                        // The guard on a server counts with it.
                        .timeout(AzureController.TERMINATE_NOTICE.toString())
                        .build())
                .bootDiagnostics(
                        LinuxVirtualMachineScaleSetBootDiagnostics.builder().build())
                .tags(model.place().resourceTags())
                .lifecycle(Lifecycle.DEFAULT
                        .preventDestroy(props.isProtected())
                        .ignore("instances")
                        .toTerraform());
        model.customData().ifPresent(text -> builder.customData(base64(text)));
        if (!props.zones().isEmpty()) {
            builder.zones(props.zones());
        }
        return builder.build();
    }

    /** Terraform encodes what is final: the values that it puts into the text are not known before. */
    private String base64(String text) {
        var local = new TerraformLocal(this, "CustomData", text);
        return "${base64encode(local." + local.getFriendlyUniqueId() + ")}";
    }

    private LinuxVirtualMachineScaleSetNetworkInterface networkInterface() {
        return LinuxVirtualMachineScaleSetNetworkInterface.builder()
                .name("primary")
                .primary(true)
                .networkSecurityGroupId(template.securityGroupId())
                .ipConfiguration(List.of(ipConfiguration()))
                .build();
    }

    private LinuxVirtualMachineScaleSetNetworkInterfaceIpConfiguration ipConfiguration() {
        var configuration = LinuxVirtualMachineScaleSetNetworkInterfaceIpConfiguration.builder()
                .name("primary")
                .primary(true)
                .subnetId(model.network().serverSubnetId());
        if (!props.gatewayPools().isEmpty()) {
            configuration.applicationGatewayBackendAddressPoolIds(props.gatewayPools());
        }
        if (!props.loadBalancerPools().isEmpty()) {
            configuration.loadBalancerBackendAddressPoolIds(props.loadBalancerPools());
        }
        if (model.publicAddress()) {
            configuration.publicIpAddress(
                    List.of(LinuxVirtualMachineScaleSetNetworkInterfaceIpConfigurationPublicIpAddress.builder()
                            .name("public")
                            .build()));
        }
        return configuration.build();
    }

    /** Without it Azure refuses to repair: https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-health-extension. */
    private LinuxVirtualMachineScaleSetExtension health() {
        return LinuxVirtualMachineScaleSetExtension.builder()
                .name("health")
                .publisher("Microsoft.ManagedServices")
                .type("ApplicationHealthLinux")
                .typeHandlerVersion("1.0")
                .autoUpgradeMinorVersion(true)
                .settings(TerraformText.literal(String.format(
                        Locale.ROOT,
                        "{\"protocol\":\"http\",\"port\":%d,\"requestPath\":\"%s\",\"intervalInSeconds\":%d,\"numberOfProbes\":%d}",
                        props.port(),
                        props.healthPath(),
                        HEALTH_INTERVAL_SECONDS,
                        HEALTH_FAILURES)))
                .build();
    }

    /** Nothing in the group refers to its network's way out, and a server without one fails to boot. */
    private void waitForWhatServersNeed() {
        if (!model.publicAddress()) {
            startAfter(model.network().outboundAccess());
        }
    }

    @Override
    public void startAfter(List<? extends ITerraformDependable> resources) {
        needed.add(resources);
    }

    @Override
    public String groupName() {
        return groupName;
    }

    @Override
    public String groupId() {
        return groupId;
    }

    /** Returns the id of what sets the number of servers. */
    public String scalingId() {
        return autoscale.settingId();
    }

    /** Returns what its servers are made of. */
    public IServerTemplate template() {
        return template;
    }

    /** Returns the scale set's own resource. */
    public LinuxVirtualMachineScaleSet group() {
        return group;
    }
}
