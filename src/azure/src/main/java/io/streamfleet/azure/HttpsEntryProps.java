package io.streamfleet.azure;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import io.streamfleet.core.paths.PathRule;
import io.streamfleet.core.paths.RuleLimits;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.shape.Range;
import io.streamfleet.core.spec.AzureCapacity;
import io.streamfleet.core.spec.AzureGatewaySku;
import io.streamfleet.core.spec.Health;
import io.streamfleet.core.value.Ports;
import io.streamfleet.core.value.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an {@link HttpsEntry} is made of.
 *
 * @param name the deployment's name, with which its resources' names begin: required
 * @param place where it is: required
 * @param network network with a subnet of the gateway's own: required
 * @param zones availability zones of the gateway and its address. Default: none, where a location has none
 * @param certificate the certificate of its name: required
 * @param identity who it is when it reads the certificate: required
 * @param sku kind of gateway. Default: one with a firewall
 * @param rules what is forwarded; what no rule matches is answered with 403: at least one, and none without a firewall,
 *     which then forwards every path
 * @param serverPort port of the servers behind it. Default: 5080
 * @param health how it tells a healthy server: required
 * @param sessionTimeout time for which the gateway waits for a server, 1 s to 24 h. Default: 24 h, the longest there is
 * @param drain time for which a server that leaves keeps its sessions, 0 to 1 h. Default: 1 h, the longest there is
 * @param capacity how many instances it has. Default: 2, growing to 10
 * @param redirectHttp whether port 80 answers, by sending browsers to HTTPS. Default: it does
 * @param isProtected whether a plan fails that would give the address up, or make the gateway anew and so end all
 *     sessions. Default: it does
 * @param address id of a public address that exists, of the same zones. Default: one of the entry's own
 */
@Props
public record HttpsEntryProps(
        @Matches(value = Texts.NAME, is = Texts.NAME_IS) String name,
        Place place,
        INetwork network,
        List<String> zones,
        EntryCertificate certificate,
        GatewayIdentity identity,
        AzureGatewaySku sku,
        List<PathRule> rules,
        @Range(min = "1", max = "65535") Integer serverPort,
        Health health,
        @Range(min = "1s", max = "86400s") Duration sessionTimeout,
        @Range(min = "0s", max = "3600s") Duration drain,
        AzureCapacity capacity,
        Boolean redirectHttp,
        Boolean isProtected,
        Optional<String> address) {
    /** What a policy takes, but for its last rule. */
    private static final RuleLimits RULES = new RuleLimits(PathExpressions.MOST_ADDRESSES, 99);

    /**
     * Copies, defaults and checks.
     *
     * @throws InvalidSpecException when something required is missing or outside the gateway's limits
     */
    public HttpsEntryProps {
        zones = zones == null ? List.of() : List.copyOf(zones);
        sku = sku == null ? AzureGatewaySku.WAF_V2 : sku;
        rules = rules == null ? List.of() : List.copyOf(rules);
        serverPort = serverPort == null ? Integer.valueOf(Ports.STREAM_MANAGER) : serverPort;
        sessionTimeout = sessionTimeout == null ? Duration.ofHours(24) : sessionTimeout;
        drain = drain == null ? Duration.ofHours(1) : drain;
        capacity = capacity == null ? new AzureCapacity(2, 10) : capacity;
        redirectHttp = redirectHttp == null || redirectHttp;
        isProtected = isProtected == null || isProtected;
        address = address == null ? Optional.empty() : address;
        boolean looksAtPaths = sku == AzureGatewaySku.WAF_V2;
        new Check(
                        HttpsEntryProps.class,
                        name,
                        place,
                        network,
                        zones,
                        certificate,
                        identity,
                        sku,
                        rules,
                        serverPort,
                        health,
                        sessionTimeout,
                        drain,
                        capacity,
                        redirectHttp,
                        isProtected,
                        address)
                .and(looksAtPaths ? RULES.violations(rules) : Stream.empty())
                .that(
                        looksAtPaths || rules.isEmpty(),
                        Violation.at("rules")
                                .given("rules that a gateway of " + AzureGatewaySku.STANDARD_V2.sku()
                                        + " does not know")
                                .allowed("none, and every path is open, the admin API's too")
                                .todo("use " + AzureGatewaySku.WAF_V2.sku()))
                .orThrow();
    }

    /** Returns a builder. */
    public static HttpsEntryPropsBuilder builder() {
        return HttpsEntryPropsBuilder.builder();
    }

    /** Returns the rules as Azure takes them: with so many addresses each. */
    List<PathRule> policyRules() {
        return RULES.split(rules);
    }
}
