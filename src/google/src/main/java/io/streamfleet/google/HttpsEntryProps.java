package io.streamfleet.google;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import io.streamfleet.core.paths.PathRule;
import io.streamfleet.core.paths.RuleLimits;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.shape.Range;
import io.streamfleet.core.spec.Health;
import io.streamfleet.core.value.Ports;
import io.streamfleet.core.value.Texts;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an {@link HttpsEntry} is made of.
 *
 * @param name the deployment's name, with which its resources' names begin: required
 * @param certificate the certificate of its name: required
 * @param rules what is forwarded; what no rule matches is answered with 404: at least one
 * @param groups the groups of servers behind it, at least one; all must give the servers' port the same name
 * @param serverPort port of the servers behind it. Default: 5080
 * @param health how it tells a healthy server: required
 * @param sessionTimeout time after which a connection is cut, however busy, 1 s to 24 h. Default: 24 h, the longest that
 *     the front ends keep one
 * @param drain time for which a server that leaves keeps its sessions, 0 to 1 h. Default: 1 h, the longest there is
 * @param clientKeepAlive time for which a client's connection is kept for further requests, 5 s to 20 min. Default: the
 *     load balancer's own, 610 s
 * @param maxRatePerServer requests a second that a server takes before another region is asked, 1 or more; a WebSocket
 *     is one request. Default: 1000
 * @param redirectHttp whether port 80 answers, by sending browsers to HTTPS. Default: it does
 * @param isProtected whether a plan that would give the address up fails. Default: it does
 * @param address a global IPv4 address that is reserved already. Default: one of the entry's own
 * @param logRate share of requests that are logged, 0 to 1. Logs hold URLs, and tokens travel in those: treat them as
 *     secret. Default: all
 * @param labels labels of what takes some. Default: none
 */
@Props
public record HttpsEntryProps(
        @Matches(value = Texts.NAME, is = Texts.NAME_IS) String name,
        EntryCertificate certificate,
        List<PathRule> rules,
        List<IServerGroup> groups,
        @Range(min = "1", max = "65535") Integer serverPort,
        Health health,
        @Range(min = "1s", max = "86400s") Duration sessionTimeout,
        @Range(min = "0s", max = "3600s") Duration drain,
        @Range(min = "5s", max = "1200s") Optional<Duration> clientKeepAlive,
        @Range(min = "1", max = "2147483647") Integer maxRatePerServer,
        Boolean redirectHttp,
        Boolean isProtected,

        @Matches(value = "([0-9]{1,3}\\.){3}[0-9]{1,3}", is = "an IPv4 address, such as 203.0.113.7")
        Optional<String> address,

        Double logRate,
        Map<String, String> labels) {
    /** What a policy of Cloud Armor takes, but for its last rule. */
    private static final RuleLimits RULES = new RuleLimits(PathExpressions.MOST_ADDRESSES, 199);

    /**
     * Copies, defaults and checks.
     *
     * @throws InvalidSpecException when something required is missing or outside the load balancer's limits
     */
    public HttpsEntryProps {
        rules = rules == null ? List.of() : List.copyOf(rules);
        groups = groups == null ? List.of() : List.copyOf(groups);
        serverPort = serverPort == null ? Integer.valueOf(Ports.STREAM_MANAGER) : serverPort;
        sessionTimeout = sessionTimeout == null ? Duration.ofHours(24) : sessionTimeout;
        drain = drain == null ? Duration.ofHours(1) : drain;
        clientKeepAlive = clientKeepAlive == null ? Optional.empty() : clientKeepAlive;
        maxRatePerServer = maxRatePerServer == null ? Integer.valueOf(1000) : maxRatePerServer;
        redirectHttp = redirectHttp == null || redirectHttp;
        isProtected = isProtected == null || isProtected;
        address = address == null ? Optional.empty() : address;
        logRate = logRate == null ? Double.valueOf(1) : logRate;
        labels = labels == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(labels));
        new Check(
                        HttpsEntryProps.class,
                        name,
                        certificate,
                        rules,
                        groups,
                        serverPort,
                        health,
                        sessionTimeout,
                        drain,
                        clientKeepAlive,
                        maxRatePerServer,
                        redirectHttp,
                        isProtected,
                        address,
                        logRate,
                        labels)
                .and(RULES.violations(rules))
                .that(
                        !groups.isEmpty(),
                        Violation.at("groups").allowed("at least one, or there is nothing to forward to"))
                .that(
                        groups.stream().map(IServerGroup::portName).distinct().count() <= 1,
                        Violation.at("groups")
                                .given("groups whose ports have different names")
                                .allowed("one name of the servers' port, by which it is found"))
                .that(
                        logRate >= 0 && logRate <= 1,
                        Violation.at("logRate").given(logRate).allowed("0 to 1"))
                .orThrow();
    }

    /** Returns a builder. */
    public static HttpsEntryPropsBuilder builder() {
        return HttpsEntryPropsBuilder.builder();
    }

    /** Returns the rules as Cloud Armor takes them: with a few addresses each. */
    List<PathRule> policyRules() {
        return RULES.split(rules);
    }
}
