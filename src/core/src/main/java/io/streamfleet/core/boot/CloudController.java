package io.streamfleet.core.boot;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says how a Stream Manager reaches its own cloud: the settings of the vendor's controller for that cloud, and the
 * adapter by which the boot programs learn who the server is and read secrets. All that varies between clouds is here.
 */
public sealed interface CloudController permits AwsController, GoogleController, AzureController {
    /** Returns what carries a boot to a server of this cloud. */
    BootCarrier carrier();

    /** Returns the module of the adapter, without its ending. */
    String adapter();

    /** Returns where the adapter finds the deployment's secrets and servers, by the adapter's settings. */
    Map<String, BootText> place();

    /** Returns the modules, without their endings, that the guard needs here beside its own and the adapter's. */
    default List<String> groupModules() {
        return List.of();
    }

    /**
     * Returns what of a guard's work this cloud allows, empty if nothing is left of it.
     *
     * @throws IllegalArgumentException if it is asked for a rollout that the cloud has not
     */
    Optional<Guard> guard(Guard asked);

    /** Returns the controller's settings that are no secrets, by property. */
    Map<String, BootText> properties();

    /** Returns the key in the tier's secret of each secret setting that the controller must have, by property. */
    default Map<String, String> requiredSecrets() {
        return Map.of();
    }

    /** Returns the same for settings that are set where the secret has all of them, and left alone where it has none. */
    default Map<String, String> optionalSecrets() {
        return Map.of();
    }
}
