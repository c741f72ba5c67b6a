package io.streamfleet.azure;

import com.hashicorp.cdktf.providers.azurerm.monitor_autoscale_setting.MonitorAutoscaleSetting;
import com.hashicorp.cdktf.providers.azurerm.monitor_autoscale_setting.MonitorAutoscaleSettingNotification;
import com.hashicorp.cdktf.providers.azurerm.monitor_autoscale_setting.MonitorAutoscaleSettingNotificationEmail;
import com.hashicorp.cdktf.providers.azurerm.monitor_autoscale_setting.MonitorAutoscaleSettingProfile;
import com.hashicorp.cdktf.providers.azurerm.monitor_autoscale_setting.MonitorAutoscaleSettingProfileCapacity;
import com.hashicorp.cdktf.providers.azurerm.monitor_autoscale_setting.MonitorAutoscaleSettingProfileRecurrence;
import com.hashicorp.cdktf.providers.azurerm.monitor_autoscale_setting.MonitorAutoscaleSettingProfileRule;
import com.hashicorp.cdktf.providers.azurerm.monitor_autoscale_setting.MonitorAutoscaleSettingProfileRuleMetricTrigger;
import com.hashicorp.cdktf.providers.azurerm.monitor_autoscale_setting.MonitorAutoscaleSettingProfileRuleScaleAction;
import io.streamfleet.core.plan.RecurringBounds;
import io.streamfleet.core.spec.AzureScaleIn;
import io.streamfleet.core.spec.AzureScaleOut;
import io.streamfleet.terraform.TerraformText;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import software.constructs.Construct;

/** Sets the number of a scale set's servers by their load, within bounds that schedules change. */
final class Autoscale extends Construct {
    private static final String METRIC = "Percentage CPU";
    private static final String GRAIN = "PT1M";

    private final String groupId;
    private final ServerGroupProps props;
    private final String settingId;

    Autoscale(Construct scope, String id, String name, String groupId, Place place, ServerGroupProps props) {
        super(scope, id);
        this.groupId = groupId;
        this.props = props;
        var setting = MonitorAutoscaleSetting.Builder.create(this, "Setting")
                .name(name)
                .resourceGroupName(place.resourceGroup())
                .location(place.location())
                .targetResourceId(groupId)
                .profile(profiles())
                .tags(place.resourceTags());
        props.email().ifPresent(address -> setting.notification(tell(address)));
        settingId = setting.build().getId();
    }

    /** Returns the id of the autoscale setting. */
    String settingId() {
        return settingId;
    }

    private List<MonitorAutoscaleSettingProfile> profiles() {
        var profiles = new ArrayList<MonitorAutoscaleSettingProfile>();
        profiles.add(profile("default", props.size().min(), props.size().max()).build());
        for (RecurringBounds time : RecurringBounds.of(props.schedules())) {
            profiles.add(profile(
                            time.name(), time.schedule().min(), time.schedule().max())
                    .recurrence(MonitorAutoscaleSettingProfileRecurrence.builder()
                            .timezone(time.timeZone())
                            .days(time.days().stream().map(Autoscale::name).toList())
                            .hours(List.of(time.hour()))
                            .minutes(List.of(time.minute()))
                            .build())
                    .build());
        }
        return profiles;
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** The default number is used where no metric is there: never fewer than the bounds, and no more of its own accord. */
    private MonitorAutoscaleSettingProfile.Builder profile(String name, int min, int max) {
        return MonitorAutoscaleSettingProfile.builder()
                .name(TerraformText.literal(name))
                .capacity(MonitorAutoscaleSettingProfileCapacity.builder()
                        .defaultValue(min)
                        .minimum(min)
                        .maximum(max)
                        .build())
                .rule(rules());
    }

    private List<MonitorAutoscaleSettingProfileRule> rules() {
        var rules = new ArrayList<MonitorAutoscaleSettingProfileRule>();
        rules.add(out(props.scaling().out()));
        props.scaling().in().map(this::in).ifPresent(rules::add);
        return rules;
    }

    private MonitorAutoscaleSettingProfileRule out(AzureScaleOut out) {
        return rule("GreaterThanOrEqual", out.cpuPercent(), out.window(), "Increase", out.add(), out.cooldown());
    }

    private MonitorAutoscaleSettingProfileRule in(AzureScaleIn in) {
        return rule("LessThanOrEqual", in.cpuPercent(), in.window(), "Decrease", in.remove(), in.cooldown());
    }

    private MonitorAutoscaleSettingProfileRule rule(
            String operator, int percent, Duration window, String direction, int servers, Duration cooldown) {
        return MonitorAutoscaleSettingProfileRule.builder()
                .metricTrigger(MonitorAutoscaleSettingProfileRuleMetricTrigger.builder()
                        .metricName(METRIC)
                        .metricResourceId(groupId)
                        .timeGrain(GRAIN)
                        .statistic("Average")
                        .timeWindow(window.toString())
                        .timeAggregation("Average")
                        .operator(operator)
                        .threshold(percent)
                        .build())
                .scaleAction(MonitorAutoscaleSettingProfileRuleScaleAction.builder()
                        .direction(direction)
                        .type("ChangeCount")
                        .value(servers)
                        .cooldown(cooldown.toString())
                        .build())
                .build();
    }

    private static MonitorAutoscaleSettingNotification tell(String address) {
        return MonitorAutoscaleSettingNotification.builder()
                .email(MonitorAutoscaleSettingNotificationEmail.builder()
                        .customEmails(List.of(address))
                        .build())
                .build();
    }
}
