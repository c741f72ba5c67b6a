package io.streamfleet.google;

import com.hashicorp.cdktf.providers.google.compute_region_instance_template.ComputeRegionInstanceTemplate;
import com.hashicorp.cdktf.providers.google.compute_region_instance_template.ComputeRegionInstanceTemplateDisk;
import com.hashicorp.cdktf.providers.google.compute_region_instance_template.ComputeRegionInstanceTemplateNetworkInterface;
import com.hashicorp.cdktf.providers.google.compute_region_instance_template.ComputeRegionInstanceTemplateNetworkInterfaceAccessConfig;
import com.hashicorp.cdktf.providers.google.compute_region_instance_template.ComputeRegionInstanceTemplateServiceAccount;
import com.hashicorp.cdktf.providers.google.compute_region_instance_template.ComputeRegionInstanceTemplateShieldedInstanceConfig;
import io.streamfleet.terraform.Lifecycle;
import io.streamfleet.terraform.Tagging;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Fixes what a server is made of, so that every server of a group is alike.
 *
 * <p>Creates a regional instance template and, unless it is given, a service account. Opens no port. Costs nothing itself.
 * A template cannot be changed: each version gets a name of its own, and the old one goes once no group refers to it.
 *
 * <p>Servers are Shielded VMs, and take as users only those whom OS Login lets in, no SSH key of the project. Their one
 * OAuth scope is the whole cloud, as Google advises, since a scope can only narrow what the service account may: what it
 * may is decided there alone. Their disk is encrypted by Google and goes with them.
 */
public final class ServerTemplate extends Construct implements IServerTemplate {
    /** See https://cloud.google.com/compute/docs/access/service-accounts#scopes_best_practice. */
    private static final String EVERY_SCOPE = "https://www.googleapis.com/auth/cloud-platform";

    private final ServerTemplateProps props;
    private final Map<String, String> labels;
    private final IServerIdentity identity;
    private final ComputeRegionInstanceTemplate template;
    private final String templateId;

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
        labels = Tagging.GOOGLE.of(props.labels());
        identity = props.identity().orElseGet(this::createIdentity);
        template = createTemplate();
        templateId = template.getSelfLink();
    }

    private IServerIdentity createIdentity() {
        return new ServerIdentity(
                this,
                "Identity",
                ServerIdentityProps.builder().name(props.name()).build());
    }

    private ComputeRegionInstanceTemplate createTemplate() {
        return ComputeRegionInstanceTemplate.Builder.create(this, "Template")
                .namePrefix(GoogleNames.TEMPLATE.name(props.name(), props.region()) + "-")
                .region(props.region())
                .machineType(props.machineType())
                .disk(List.of(bootDisk()))
                .networkInterface(List.of(networkInterface()))
                .serviceAccount(ComputeRegionInstanceTemplateServiceAccount.builder()
                        .email(identity.email())
                        .scopes(List.of(EVERY_SCOPE))
                        .build())
                .shieldedInstanceConfig(ComputeRegionInstanceTemplateShieldedInstanceConfig.builder()
                        .enableSecureBoot(props.secureBoot())
                        .enableVtpm(true)
                        .enableIntegrityMonitoring(true)
                        .build())
                .metadata(metadata())
                .labels(Tagging.orAbsent(labels))
                .lifecycle(Lifecycle.DEFAULT.createBeforeDestroy().toTerraform())
                .build();
    }

    private ComputeRegionInstanceTemplateDisk bootDisk() {
        return ComputeRegionInstanceTemplateDisk.builder()
                .boot(true)
                .autoDelete(true)
                .sourceImage(props.image().imageId(this, props.name(), props.labels()))
                .diskSizeGb(props.diskGib())
                .diskType(props.diskType())
                .labels(Tagging.orAbsent(labels))
                .build();
    }

    private ComputeRegionInstanceTemplateNetworkInterface networkInterface() {
        var network = ComputeRegionInstanceTemplateNetworkInterface.builder()
                .subnetwork(props.network().subnetworkId(props.region()));
        if (props.publicAddress()) {
            network.accessConfig(List.of(ComputeRegionInstanceTemplateNetworkInterfaceAccessConfig.builder()
                    .networkTier("PREMIUM")
                    .build()));
        }
        return network.build();
    }

    private Map<String, String> metadata() {
        var metadata = new LinkedHashMap<String, String>();
        metadata.put("block-project-ssh-keys", "TRUE");
        metadata.put("enable-oslogin", "TRUE");
        props.startupScript().ifPresent(script -> metadata.put("startup-script", script));
        return metadata;
    }

    @Override
    public String templateId() {
        return templateId;
    }

    @Override
    public String region() {
        return props.region();
    }

    @Override
    public IServerIdentity identity() {
        return identity;
    }

    @Override
    public boolean publicAddress() {
        return props.publicAddress();
    }

    /** Returns the instance template's own resource. */
    public ComputeRegionInstanceTemplate template() {
        return template;
    }
}
