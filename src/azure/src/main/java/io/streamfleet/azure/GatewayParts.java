package io.streamfleet.azure;

import com.hashicorp.cdktf.providers.azurerm.application_gateway.ApplicationGatewayAutoscaleConfiguration;
import com.hashicorp.cdktf.providers.azurerm.application_gateway.ApplicationGatewayBackendAddressPool;
import com.hashicorp.cdktf.providers.azurerm.application_gateway.ApplicationGatewayBackendHttpSettings;
import com.hashicorp.cdktf.providers.azurerm.application_gateway.ApplicationGatewayBackendHttpSettingsConnectionDraining;
import com.hashicorp.cdktf.providers.azurerm.application_gateway.ApplicationGatewayFrontendIpConfiguration;
import com.hashicorp.cdktf.providers.azurerm.application_gateway.ApplicationGatewayFrontendPort;
import com.hashicorp.cdktf.providers.azurerm.application_gateway.ApplicationGatewayGatewayIpConfiguration;
import com.hashicorp.cdktf.providers.azurerm.application_gateway.ApplicationGatewayHttpListener;
import com.hashicorp.cdktf.providers.azurerm.application_gateway.ApplicationGatewayIdentity;
import com.hashicorp.cdktf.providers.azurerm.application_gateway.ApplicationGatewayProbe;
import com.hashicorp.cdktf.providers.azurerm.application_gateway.ApplicationGatewayProbeMatch;
import com.hashicorp.cdktf.providers.azurerm.application_gateway.ApplicationGatewayRedirectConfiguration;
import com.hashicorp.cdktf.providers.azurerm.application_gateway.ApplicationGatewayRequestRoutingRule;
import com.hashicorp.cdktf.providers.azurerm.application_gateway.ApplicationGatewaySku;
import com.hashicorp.cdktf.providers.azurerm.application_gateway.ApplicationGatewaySslCertificate;
import com.hashicorp.cdktf.providers.azurerm.application_gateway.ApplicationGatewaySslPolicy;
import io.streamfleet.core.spec.Health;
import java.util.List;

/** The parts of an Application Gateway, which is one resource whose parts name each other. */
final class GatewayParts {
    /** The pool that the servers join. */
    static final String POOL = "managers";

    private static final String HTTP = "http";
    private static final String HTTPS = "https";
    private static final String FRONTEND = "public";
    private static final String SERVERS = "servers";

    private final HttpsEntryProps props;

    GatewayParts(HttpsEntryProps props) {
        this.props = props;
    }

    ApplicationGatewaySku sku() {
        String text = props.sku().sku();
        return ApplicationGatewaySku.builder().name(text).tier(text).build();
    }

    ApplicationGatewayAutoscaleConfiguration capacity() {
        return ApplicationGatewayAutoscaleConfiguration.builder()
                .minCapacity(props.capacity().min())
                .maxCapacity(props.capacity().max())
                .build();
    }

    ApplicationGatewayIdentity identity(String id) {
        return ApplicationGatewayIdentity.builder()
                .type("UserAssigned")
                .identityIds(List.of(id))
                .build();
    }

    ApplicationGatewayGatewayIpConfiguration subnet() {
        return ApplicationGatewayGatewayIpConfiguration.builder()
                .name("subnet")
                .subnetId(props.network().gatewaySubnetId())
                .build();
    }

    ApplicationGatewayFrontendIpConfiguration frontend(String addressId) {
        return ApplicationGatewayFrontendIpConfiguration.builder()
                .name(FRONTEND)
                .publicIpAddressId(addressId)
                .build();
    }

    List<ApplicationGatewayFrontendPort> ports() {
        return props.redirectHttp() ? List.of(port(HTTPS, 443), port(HTTP, 80)) : List.of(port(HTTPS, 443));
    }

    private static ApplicationGatewayFrontendPort port(String name, int port) {
        return ApplicationGatewayFrontendPort.builder().name(name).port(port).build();
    }

    ApplicationGatewaySslCertificate certificate() {
        return ApplicationGatewaySslCertificate.builder()
                .name("domain")
                .keyVaultSecretId(props.certificate().secretUrl())
                .build();
    }

    /** TLS 1.2 and 1.3 with current ciphers alone. */
    ApplicationGatewaySslPolicy tls() {
        return ApplicationGatewaySslPolicy.builder()
                .policyType("Predefined")
                .policyName("AppGwSslPolicy20220101")
                .build();
    }

    List<ApplicationGatewayHttpListener> listeners() {
        ApplicationGatewayHttpListener https =
                listener(HTTPS, "Https").sslCertificateName("domain").build();
        return props.redirectHttp() ? List.of(https, listener(HTTP, "Http").build()) : List.of(https);
    }

    private static ApplicationGatewayHttpListener.Builder listener(String name, String protocol) {
        return ApplicationGatewayHttpListener.builder()
                .name(name)
                .frontendIpConfigurationName(FRONTEND)
                .frontendPortName(name)
                .protocol(protocol);
    }

    ApplicationGatewayBackendAddressPool pool() {
        return ApplicationGatewayBackendAddressPool.builder().name(POOL).build();
    }

    ApplicationGatewayBackendHttpSettings settings() {
        var settings = ApplicationGatewayBackendHttpSettings.builder()
                .name(SERVERS)
                .protocol("Http")
                .port(props.serverPort())
                .cookieBasedAffinity("Disabled")
                .requestTimeout(props.sessionTimeout().toSeconds())
                .pickHostNameFromBackendAddress(true)
                .probeName(SERVERS);
        if (!props.drain().isZero()) {
            settings.connectionDraining(ApplicationGatewayBackendHttpSettingsConnectionDraining.builder()
                    .enabled(true)
                    .drainTimeoutSec(props.drain().toSeconds())
                    .build());
        }
        return settings.build();
    }

    ApplicationGatewayProbe probe() {
        Health health = props.health();
        return ApplicationGatewayProbe.builder()
                .name(SERVERS)
                .protocol("Http")
                .path(health.path())
                .interval(health.interval().toSeconds())
                .timeout(health.timeout().toSeconds())
                .unhealthyThreshold(health.unhealthy())
                .pickHostNameFromBackendHttpSettings(true)
                .match(ApplicationGatewayProbeMatch.builder()
                        .statusCode(List.of("200"))
                        .build())
                .build();
    }

    List<ApplicationGatewayRequestRoutingRule> routes() {
        ApplicationGatewayRequestRoutingRule https = ApplicationGatewayRequestRoutingRule.builder()
                .name(HTTPS)
                .ruleType("Basic")
                .priority(10)
                .httpListenerName(HTTPS)
                .backendAddressPoolName(POOL)
                .backendHttpSettingsName(SERVERS)
                .build();
        if (!props.redirectHttp()) {
            return List.of(https);
        }
        return List.of(
                https,
                ApplicationGatewayRequestRoutingRule.builder()
                        .name(HTTP)
                        .ruleType("Basic")
                        .priority(20)
                        .httpListenerName(HTTP)
                        .redirectConfigurationName(HTTPS)
                        .build());
    }

    List<ApplicationGatewayRedirectConfiguration> redirects() {
        return props.redirectHttp()
                ? List.of(ApplicationGatewayRedirectConfiguration.builder()
                        .name(HTTPS)
                        .redirectType("Permanent")
                        .targetListenerName(HTTPS)
                        .includePath(true)
                        .includeQueryString(true)
                        .build())
                : List.of();
    }
}
