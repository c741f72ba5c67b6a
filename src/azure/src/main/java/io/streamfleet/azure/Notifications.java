package io.streamfleet.azure;

import com.hashicorp.cdktf.providers.azurerm.monitor_action_group.MonitorActionGroup;
import com.hashicorp.cdktf.providers.azurerm.monitor_action_group.MonitorActionGroupEmailReceiver;
import com.hashicorp.cdktf.providers.azurerm.monitor_metric_alert.MonitorMetricAlert;
import com.hashicorp.cdktf.providers.azurerm.monitor_metric_alert.MonitorMetricAlertAction;
import com.hashicorp.cdktf.providers.azurerm.monitor_metric_alert.MonitorMetricAlertCriteria;
import java.util.List;
import software.constructs.Construct;

/**
 * Tells someone by e-mail when a group of servers is full, lacks servers, or a server fails.
 *
 * <p>Creates a group of those who are told, and three alerts on metrics: a group with its most servers for five minutes can
 * grow no more, one with fewer healthy servers than its least for fifteen cannot start any, for want of quota or capacity,
 * and a server that the gateway finds unhealthy for five. Each server that comes or goes is told by the autoscale setting
 * itself. Costs alerts by the month.
 *
 * @see <a href="https://learn.microsoft.com/azure/application-gateway/monitor-application-gateway-reference">Metrics of
 *     gateways</a>
 */
public final class Notifications extends Construct {
    private static final String GATEWAYS = "Microsoft.Network/applicationGateways";
    private static final String SCALING = "Microsoft.Insights/autoscalesettings";

    /** Azure takes at most twelve characters. */
    private static final int LONGEST_SHORT_NAME = 12;

    private final NotificationsProps props;
    private final MonitorActionGroup recipients;
    private final MonitorMetricAlert full;
    private final MonitorMetricAlert lacking;
    private final MonitorMetricAlert failing;

    /**
     * Creates the notifications.
     *
     * @param scope what they belong to
     * @param id name within the scope
     * @param props who is told of what
     */
    public Notifications(Construct scope, String id, NotificationsProps props) {
        super(scope, id);
        this.props = props;
        recipients = createRecipients();
        full = tellOfFullGroup();
        lacking = tellOfLackingServers();
        failing = tellOfFailingServers();
    }

    /** Returns those who are told. */
    public MonitorActionGroup recipients() {
        return recipients;
    }

    /** Returns what tells that the group can grow no more. */
    public MonitorMetricAlert full() {
        return full;
    }

    /** Returns what tells that there are fewer healthy servers than the least. */
    public MonitorMetricAlert lacking() {
        return lacking;
    }

    /** Returns what tells that a server is unhealthy. */
    public MonitorMetricAlert failing() {
        return failing;
    }

    private MonitorActionGroup createRecipients() {
        String name = props.name();
        return MonitorActionGroup.Builder.create(this, "Email")
                .name(AzureNames.RESOURCE.name(name, "servers"))
                .resourceGroupName(props.place().resourceGroup())
                .tags(props.place().resourceTags())
                .shortName(name.length() > LONGEST_SHORT_NAME ? name.substring(0, LONGEST_SHORT_NAME) : name)
                .emailReceiver(List.of(MonitorActionGroupEmailReceiver.builder()
                        .name("email")
                        .emailAddress(props.email())
                        .useCommonAlertSchema(true)
                        .build()))
                .build();
    }

    private MonitorMetricAlert tellOfFullGroup() {
        return alert("Full", "full", "The group has its most servers", props.scalingId(), "PT5M")
                .criteria(List.of(criteria(
                        SCALING,
                        "ObservedCapacity",
                        "GreaterThanOrEqual",
                        props.size().max())))
                .build();
    }

    private MonitorMetricAlert tellOfLackingServers() {
        return alert("Lacking", "lacking", "There are fewer healthy servers than the least", props.gatewayId(), "PT15M")
                .criteria(List.of(criteria(
                        GATEWAYS, "HealthyHostCount", "LessThan", props.size().min())))
                .build();
    }

    private MonitorMetricAlert tellOfFailingServers() {
        return alert("Failing", "failing", "A server is unhealthy", props.gatewayId(), "PT5M")
                .criteria(List.of(criteria(GATEWAYS, "UnhealthyHostCount", "GreaterThanOrEqual", 1)))
                .build();
    }

    private MonitorMetricAlert.Builder alert(String id, String role, String what, String scope, String window) {
        return MonitorMetricAlert.Builder.create(this, id)
                .name(AzureNames.RESOURCE.name(props.name(), "servers", role))
                .resourceGroupName(props.place().resourceGroup())
                .tags(props.place().resourceTags())
                .description(what)
                .scopes(List.of(scope))
                .severity(2)
                .frequency("PT1M")
                .windowSize(window)
                .action(List.of(MonitorMetricAlertAction.builder()
                        .actionGroupId(recipients.getId())
                        .build()));
    }

    private static MonitorMetricAlertCriteria criteria(
            String namespace, String metric, String operator, int threshold) {
        return MonitorMetricAlertCriteria.builder()
                .metricNamespace(namespace)
                .metricName(metric)
                .aggregation("Average")
                .operator(operator)
                .threshold(threshold)
                .build();
    }
}
