package io.streamfleet.azure;

import com.hashicorp.cdktf.providers.azurerm.network_security_group.NetworkSecurityGroup;
import com.hashicorp.cdktf.providers.azurerm.network_security_rule.NetworkSecurityRule;
import software.constructs.Construct;

/** Groups of firewall rules; {@link FlowRules} opens and closes them. */
final class SecurityGroups {
    /** Priorities of what flows open are below: the rules here are for everything else. */
    static final int OPENED_BY_AZURE = 3900;

    static final int WITHIN = 3990;
    static final int PROBES = 3991;
    static final int CLOSED = 4000;

    private static final String ANY = "*";

    private SecurityGroups() {}

    /** Creates a group without rules of its own. */
    static NetworkSecurityGroup create(Construct scope, String id, String name, Place place) {
        return NetworkSecurityGroup.Builder.create(scope, id)
                .name(name)
                .resourceGroupName(place.resourceGroup())
                .location(place.location())
                .tags(place.resourceTags())
                .build();
    }

    /** Starts a rule for every protocol, address and port that is not narrowed. */
    static NetworkSecurityRule.Builder rule(
            Construct scope, String id, String resourceGroup, String securityGroup, String direction, int priority) {
        return NetworkSecurityRule.Builder.create(scope, id)
                .name(id)
                .resourceGroupName(resourceGroup)
                .networkSecurityGroupName(securityGroup)
                .direction(direction)
                .priority(priority)
                .protocol(ANY)
                .sourcePortRange(ANY)
                .destinationPortRange(ANY);
    }
}
