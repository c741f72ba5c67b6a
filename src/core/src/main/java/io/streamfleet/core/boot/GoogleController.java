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
 * Settings of the Stream Manager's Google Cloud controller, which launches nodes by Compute Engine's API. It signs in as
 * the service account of its server, so no secret belongs to it.
 *
 * @param project id of the project of the nodes and of the secrets that are named without one
 * @param defaultZone zone of a node whose group names none
 * @param network name of the VPC network of the nodes: the controller knows no subnetworks
 * @param defaultDisk type of the nodes' boot disks. Default: {@code pd-standard}, the vendor's own value
 * @param operationTimeout longest time of one operation of Compute Engine. Default: 200 seconds, the vendor's own value
 */
@RecordBuilder
public record GoogleController(
        BootText project, BootText defaultZone, BootText network, String defaultDisk, Duration operationTimeout)
        implements CloudController {
    public GoogleController {
        requireNonNull(project, "project");
        requireNonNull(defaultZone, "defaultZone");
        requireNonNull(network, "network");
        defaultDisk = defaultDisk == null ? "pd-standard" : defaultDisk;
        operationTimeout = operationTimeout == null ? Duration.ofSeconds(200) : operationTimeout;
    }

    /** Returns a builder; disk and timeout have defaults. */
    public static GoogleControllerBuilder builder() {
        return GoogleControllerBuilder.builder();
    }

    @Override
    public BootCarrier carrier() {
        return BootCarrier.GOOGLE_STARTUP_SCRIPT;
    }

    @Override
    public String adapter() {
        return "gcp";
    }

    @Override
    public Map<String, BootText> place() {
        return Map.of("project", project);
    }

    /**
     * Only to remove idle servers: a group on Google Cloud protects no single server from scale-in and has no
     * termination hook, and a shutdown takes at most some 90 seconds, in which systemd stops the server.
     */
    @Override
    public Optional<Guard> guard(Guard asked) {
        if (asked.rollout() == Rollout.IDLE) {
            throw new IllegalArgumentException("rollout: got idle, on Google Cloud must be keep or refresh");
        }
        return asked.retireAfter()
                .map(time -> GuardBuilder.builder(asked).protect(false).build());
    }

    @Override
    public List<String> groupModules() {
        return List.of("turns");
    }

    @Override
    public Map<String, BootText> properties() {
        var properties = new LinkedHashMap<String, BootText>();
        properties.put("compute.project", project);
        properties.put("compute.defaultzone", defaultZone);
        properties.put("compute.defaultdisk", BootText.of(defaultDisk));
        properties.put("compute.network", network);
        properties.put("compute.operationTimeoutMilliseconds", BootText.millis(operationTimeout));
        return properties;
    }
}
