package io.streamfleet.core.boot;

import static java.util.Objects.requireNonNull;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.streamfleet.core.spec.Rollout;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settings of the Stream Manager's Azure controller, which launches nodes by Azure Resource Manager and finds network,
 * security group and images by names that begin with a prefix. It signs in as an application, whose key is in the tier's
 * secret, as is the password of the nodes' user.
 *
 * @param vault URL of the Key Vault of the tier's secret, such as {@code https://live.vault.azure.net}
 * @param identity client id of the servers' user-assigned identity, which may read that secret: a server can have more
 *     than one
 * @param subscription id of the subscription of the nodes
 * @param resourceGroup name of their resource group
 * @param location its region
 * @param resourcePrefix first part of the names of the network, the security group and the images
 * @param tenant id of the application's tenant
 * @param client id of the application
 * @param vmUser user of the nodes' machines. Default: {@code ubuntu}, the vendor's own value
 * @param subnet name of the nodes' subnet. Default: {@code default}, the vendor's own value
 * @param operationTimeout longest time of one operation. Default: 2 minutes, the vendor's own value
 */
@RecordBuilder
public record AzureController(
        BootText vault,
        BootText identity,
        BootText subscription,
        BootText resourceGroup,
        BootText location,
        String resourcePrefix,
        BootText tenant,
        BootText client,
        String vmUser,
        String subnet,
        Duration operationTimeout)
        implements CloudController {
    /** Time between the notice of a server's end and its end, the longest there is: the group's notice is the same. */
    public static final Duration TERMINATE_NOTICE = Duration.ofMinutes(15);

    /** What of the notice is kept to stop the server: systemd kills it after a minute and a half. */
    private static final Duration TO_STOP = Duration.ofMinutes(2);

    public AzureController {
        requireNonNull(vault, "vault");
        requireNonNull(identity, "identity");
        requireNonNull(subscription, "subscription");
        requireNonNull(resourceGroup, "resourceGroup");
        requireNonNull(location, "location");
        requireNonNull(resourcePrefix, "resourcePrefix");
        requireNonNull(tenant, "tenant");
        requireNonNull(client, "client");
        vmUser = vmUser == null ? "ubuntu" : vmUser;
        subnet = subnet == null ? "default" : subnet;
        operationTimeout = operationTimeout == null ? Duration.ofMinutes(2) : operationTimeout;
    }

    /** Returns a builder; user, subnet and timeout have defaults. */
    public static AzureControllerBuilder builder() {
        return AzureControllerBuilder.builder();
    }

    @Override
    public BootCarrier carrier() {
        return BootCarrier.AZURE_CUSTOM_DATA;
    }

    @Override
    public String adapter() {
        return "az";
    }

    @Override
    public Map<String, BootText> place() {
        var place = new LinkedHashMap<String, BootText>();
        place.put("vault", vault);
        place.put("identity", identity);
        return place;
    }

    /**
     * To wait for a server's sessions after the notice of its end, which the guard approves once there is none, and to
     * remove idle servers where that is asked for. A scale set's template protects no server from scale-in, and nobody asks
     * a server whether it may go: the sessions that are left after the notice are cut.
     */
    @Override
    public Optional<Guard> guard(Guard asked) {
        if (asked.rollout() == Rollout.IDLE) {
            throw new IllegalArgumentException("rollout: got idle, on Azure must be keep or refresh");
        }
        return Optional.of(GuardBuilder.builder(asked)
                .protect(false)
                .bound(TERMINATE_NOTICE.minus(TO_STOP))
                .build());
    }

    @Override
    public List<String> groupModules() {
        return List.of("turns");
    }

    @Override
    public Map<String, BootText> properties() {
        var properties = new LinkedHashMap<String, BootText>();
        // Machines take longer to start here: the vendor's values for Azure.
        properties.put("instancecontroller.newNodePingTimeThreshold", BootText.of("200000"));
        properties.put("instancecontroller.nodeGroupStateToleranceTime", BootText.of("500000"));
        properties.put("instancecontroller.nodeStateToleranceTime", BootText.of("500000"));
        properties.put("az.resourceGroupName", resourceGroup);
        properties.put("az.resourceGroupRegion", location);
        properties.put("az.resourceNamePrefix", BootText.of(resourcePrefix));
        properties.put("az.clientId", client);
        properties.put("az.tenantId", tenant);
        properties.put("az.subscriptionId", subscription);
        properties.put("az.vmUsername", BootText.of(vmUser));
        properties.put("az.defaultSubnetName", BootText.of(subnet));
        properties.put("az.operationTimeoutMilliseconds", BootText.millis(operationTimeout));
        properties.put("az.quickOperationResponse", BootText.of("true"));
        properties.put("az.quickResponseCheckInitialDelay", BootText.of("20000"));
        properties.put("az.apiLogLevel", BootText.of("BASIC"));
        return properties;
    }

    @Override
    public Map<String, String> requiredSecrets() {
        var secrets = new LinkedHashMap<String, String>();
        secrets.put("az.clientKey", "clientKey");
        secrets.put("az.vmPassword", "vmPassword");
        return secrets;
    }
}
