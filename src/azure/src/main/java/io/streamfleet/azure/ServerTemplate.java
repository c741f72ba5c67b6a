package io.streamfleet.azure;

import com.hashicorp.cdktf.providers.azurerm.network_security_group.NetworkSecurityGroup;
import java.util.List;
import software.constructs.Construct;

/**
 * Fixes what a server is made of, so that every server of a group is alike.
 *
 * <p>Creates the servers' security group, an image where one is made of a machine, and an identity unless one is given. Opens
 * no port: {@link FlowRules} does, by {@link #peer()}. The security group is on each server's own network interface, since
 * nodes in the same subnet have another one. Costs an image's storage, where one is made.
 */
public final class ServerTemplate extends Construct implements IServerTemplate {
    private final ServerTemplateProps props;
    private final String imageId;
    private final NetworkSecurityGroup securityGroup;
    private final String securityGroupId;
    private final IServerIdentity identity;

    /**
     * Creates the template.
     *
     * @param scope what the template belongs to
     * @param id name within the scope
     * @param props what its servers are
     */
    public ServerTemplate(Construct scope, String id, ServerTemplateProps props) {
        super(scope, id);
        this.props = props;
        imageId = props.image().imageId(this, props.name(), props.place());
        securityGroup = SecurityGroups.create(this, "SecurityGroup", props.name(), props.place());
        securityGroupId = securityGroup.getId();
        identity = props.identity().orElseGet(this::createIdentity);
    }

    private IServerIdentity createIdentity() {
        return new ServerIdentity(
                this,
                "Identity",
                ServerIdentityProps.builder()
                        .name(props.name())
                        .place(props.place())
                        .build());
    }

    @Override
    public ServerTemplateProps props() {
        return props;
    }

    @Override
    public String imageId() {
        return imageId;
    }

    @Override
    public String securityGroupId() {
        return securityGroupId;
    }

    @Override
    public IServerIdentity identity() {
        return identity;
    }

    /** Returns what the servers are to firewall rules. */
    public FlowPeer peer() {
        return FlowPeer.servers(
                securityGroup.getName(), List.copyOf(props.network().serverAddresses()));
    }

    /** Returns the security group's own resource. */
    public NetworkSecurityGroup securityGroup() {
        return securityGroup;
    }
}
