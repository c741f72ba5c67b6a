package io.streamfleet.aws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnTag;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.ec2.CfnLaunchTemplate;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.iam.CfnInstanceProfile;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.Policy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/**
 * Fixes what a server is made of, so that every server of a group is alike.
 *
 * <p>Creates a launch template, an instance profile and, unless they are given, a role and a closed security group. Opens
 * no port. Costs nothing itself; its servers have detailed monitoring, which CloudWatch charges by the metric and which
 * alarms of one minute need.
 *
 * <p>Servers answer metadata requests of version 2 alone, one hop away, so that no container or proxied request reaches
 * their credentials. Their root disk is encrypted and goes with them. Without a key pair, the role may talk to Session
 * Manager, and to nothing else of Systems Manager: the managed policy for it also reads every parameter of the account.
 */
public final class ServerTemplate extends Construct implements IServerTemplate {
    private final ServerTemplateProps props;
    private final ISecurityGroup securityGroup;
    private final IRole role;
    private final CfnInstanceProfile profile;
    private final CfnLaunchTemplate template;

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
        securityGroup = props.securityGroup().orElseGet(this::createSecurityGroup);
        role = props.role().orElseGet(this::createRole);
        if (props.keyPair().isEmpty()) {
            allowSessionManager();
        }
        profile = CfnInstanceProfile.Builder.create(this, "Profile")
                .roles(List.of(role.getRoleName()))
                .build();
        template = createTemplate();
    }

    private ISecurityGroup createSecurityGroup() {
        return SecurityGroups.closed(this, "SecurityGroup", props.network(), "Servers of " + props.name());
    }

    private IRole createRole() {
        return Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("ec2.amazonaws.com"))
                .description("Servers of " + props.name())
                .build();
    }

    private void allowSessionManager() {
        Policy policy = Policy.Builder.create(this, "SessionManager")
                .statements(List.of(PolicyStatement.Builder.create()
                        .actions(SessionManager.ACTIONS)
                        .resources(List.of("*"))
                        .build()))
                .roles(List.of(role))
                .build();
        Acknowledged.on(policy, SessionManager.WITHOUT_RESOURCES, SessionManager.UNBOUNDED);
    }

    private CfnLaunchTemplate createTemplate() {
        return CfnLaunchTemplate.Builder.create(this, "LaunchTemplate")
                .launchTemplateData(launchTemplateData())
                .tagSpecifications(List.of(CfnLaunchTemplate.LaunchTemplateTagSpecificationProperty.builder()
                        .resourceType("launch-template")
                        .tags(tags())
                        .build()))
                .build();
    }

    private CfnLaunchTemplate.LaunchTemplateDataProperty launchTemplateData() {
        CfnLaunchTemplate.LaunchTemplateDataProperty.Builder data =
                CfnLaunchTemplate.LaunchTemplateDataProperty.builder()
                        .imageId(props.image().imageId(this))
                        .instanceType(props.instanceType())
                        .iamInstanceProfile(CfnLaunchTemplate.IamInstanceProfileProperty.builder()
                                .arn(profile.getAttrArn())
                                .build())
                        .monitoring(CfnLaunchTemplate.MonitoringProperty.builder()
                                .enabled(true)
                                .build())
                        .metadataOptions(metadataOptions())
                        .blockDeviceMappings(List.of(rootDisk()))
                        .networkInterfaces(List.of(networkInterface()))
                        .tagSpecifications(List.of(tagsOf("instance"), tagsOf("volume")));
        props.keyPair().ifPresent(data::keyName);
        props.userData().ifPresent(text -> data.userData(Fn.base64(text)));
        return data.build();
    }

    private static CfnLaunchTemplate.MetadataOptionsProperty metadataOptions() {
        return CfnLaunchTemplate.MetadataOptionsProperty.builder()
                .httpEndpoint("enabled")
                .httpTokens("required")
                .httpPutResponseHopLimit(1)
                .instanceMetadataTags("enabled")
                .build();
    }

    private CfnLaunchTemplate.BlockDeviceMappingProperty rootDisk() {
        return CfnLaunchTemplate.BlockDeviceMappingProperty.builder()
                .deviceName(props.rootDevice())
                .ebs(CfnLaunchTemplate.EbsProperty.builder()
                        .volumeType("gp3")
                        .volumeSize(props.diskGib())
                        .encrypted(true)
                        .deleteOnTermination(true)
                        .build())
                .build();
    }

    /** Says of an address in so many words: without, the subnet would decide. */
    private CfnLaunchTemplate.NetworkInterfaceProperty networkInterface() {
        return CfnLaunchTemplate.NetworkInterfaceProperty.builder()
                .deviceIndex(0)
                .associatePublicIpAddress(props.publicAddress())
                .deleteOnTermination(true)
                .groups(List.of(securityGroup.getSecurityGroupId()))
                .build();
    }

    private CfnLaunchTemplate.TagSpecificationProperty tagsOf(String resourceType) {
        return CfnLaunchTemplate.TagSpecificationProperty.builder()
                .resourceType(resourceType)
                .tags(tags())
                .build();
    }

    private List<CfnTag> tags() {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("Name", props.name());
        tags.putAll(props.tags());
        return tags.entrySet().stream()
                .map(tag ->
                        CfnTag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    @Override
    public String templateId() {
        return template.getRef();
    }

    @Override
    public String versionNumber() {
        return template.getAttrLatestVersionNumber();
    }

    @Override
    public ISecurityGroup securityGroup() {
        return securityGroup;
    }

    @Override
    public IRole role() {
        return role;
    }

    @Override
    public boolean publicAddress() {
        return props.publicAddress();
    }

    /** Returns the launch template's own resource. */
    public CfnLaunchTemplate cfnLaunchTemplate() {
        return template;
    }

    /** Returns the instance profile that carries the role. */
    public CfnInstanceProfile instanceProfile() {
        return profile;
    }
}
