package io.streamfleet.core.boot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Gives the boot files of a Red5 Pro Stream Manager 1.x.
 *
 * <p>At every boot a unit ordered before the server reads the secrets by the instance's own identity, loads the
 * database's tables if nobody has, and writes the server's settings with an identity that is unique and stays. The
 * server starts only after it succeeded in this very boot: an early command closes a gate that only that success opens.
 *
 * <p>Where cloud-init runs, that command runs before any service, so an image with the server enabled does no harm, and
 * takes the settings away that an image of a configured server brings along. A start-up script runs later: at the first
 * boot of an image with the server enabled it stops what has started with the image's settings, so such an image should
 * have it disabled. From then on, and on an image of a configured server, the gate is there from the beginning, and the
 * units wait for what the script puts in place at every boot.
 *
 * <p>Needs on the image: systemd 244 or newer ({@code Restart=} of a oneshot unit), so Ubuntu 20.04 or newer, cloud-init
 * or the cloud's guest agent, Python 3.8 or newer, and a mysql client.
 */
public final class StreamManagerBoot {
    private static final String SERVER = "red5pro";
    private static final String APPLICATION = "/usr/local/red5pro/webapps/streammanager/WEB-INF/";
    private static final String UNITS = "/etc/systemd/system/";
    private static final String SETTINGS = "/etc/streamfleet/stream-manager.json";
    private static final String GUARD = "/etc/streamfleet/guard.json";
    private static final String PROPERTIES = APPLICATION + "red5-web.properties";

    private StreamManagerBoot() {}

    /** Returns the files alone. */
    public static List<BootFile> files(StreamManagerBootSettings settings) {
        CloudController controller = settings.controller();
        Optional<Guard> guard = controller.guard(settings.guard());
        var values = new OpenValues();
        var files = new ArrayList<BootFile>();
        files.add(values.settings(SETTINGS, settings(settings)));
        guard.ifPresent(asked -> files.add(values.settings(GUARD, guard(controller, asked))));
        files.add(0, values.file());
        files.add(new BootFile(
                UNITS + SERVER + ".service.d/streamfleet.conf",
                FileMode.SHARED,
                Template.load("units/gated.conf").fill()));
        files.add(unit("streamfleet-boot", Map.of("SERVER", SERVER, "READY", ready(controller, SETTINGS))));
        guard.ifPresent(asked -> files.add(unit("streamfleet-guard", Map.of("READY", ready(controller, GUARD)))));
        modules(controller, guard.isPresent()).forEach(name -> files.add(Programs.module(name + ".py")));
        return List.copyOf(files);
    }

    /** In this order they compress best: EC2's 16 KB are nearly full. */
    private static List<String> modules(CloudController controller, boolean guarded) {
        String cloud = controller.adapter();
        var modules = new ArrayList<>(List.of("web", cloud));
        if (guarded) {
            modules.add(cloud + "_group");
            modules.addAll(controller.groupModules());
        }
        modules.addAll(List.of("database", "stream_manager", "common"));
        if (guarded) {
            modules.addAll(List.of("guard_rules", "guard", "red5"));
        }
        modules.add("properties");
        return modules;
    }

    /** What is there once the settings are this server's own, and not those of a server that the image was made of. */
    private static String ready(CloudController controller, String settings) {
        return switch (controller.carrier()) {
            case EC2_USER_DATA, AZURE_CUSTOM_DATA -> settings;
            case GOOGLE_STARTUP_SCRIPT -> StartupScript.MARK;
        };
    }

    /** Returns the whole boot: the files, the gate before them and the start after them. */
    public static Boot boot(StreamManagerBootSettings settings) {
        BootCarrier carrier = settings.controller().carrier();
        List<BootFile> files = files(settings);
        var units = new ArrayList<>(List.of("streamfleet-boot.service"));
        settings.controller().guard(settings.guard()).ifPresent(guard -> units.add("streamfleet-guard.service"));
        return switch (carrier) {
            case EC2_USER_DATA, AZURE_CUSTOM_DATA ->
                new Boot(carrier, files, List.of(gateOnce()), startAndEnable(units));
            case GOOGLE_STARTUP_SCRIPT -> new Boot(carrier, files, gateAndStop(), start(units));
        };
    }

    /** Returns the document that does it all. */
    public static BootDocument document(StreamManagerBootSettings settings) {
        return BootDocument.of(boot(settings));
    }

    /** Once an instance, not once an image: cloud-init remembers by instance id. */
    private static List<String> gateOnce() {
        return List.of("cloud-init-per", "instance", "streamfleet", "sh", "-c", script("gate"));
    }

    /** The gate first: what is stopped then does not start again before its files are there. */
    private static List<List<String>> gateAndStop() {
        return List.of(List.of("sh", "-c", script("gate")), List.of("sh", "-c", script("stop")));
    }

    /**
     * Without waiting: cloud-init itself must finish, and the first unit starts the server. Enabling reads the new units
     * as well.
     */
    private static List<List<String>> startAndEnable(List<String> units) {
        return List.of(
                List.of("systemctl", "stop", SERVER + ".service"),
                command(List.of("systemctl", "enable", "--now", "--no-block"), units));
    }

    /** Not enabled: the script starts them at every boot, once their files are there. */
    private static List<List<String>> start(List<String> units) {
        return List.of(
                List.of("systemctl", "daemon-reload"), command(List.of("systemctl", "start", "--no-block"), units));
    }

    private static List<String> command(List<String> words, List<String> more) {
        return Stream.concat(words.stream(), more.stream()).toList();
    }

    private static String script(String name) {
        return Template.load("units/" + name + ".sh")
                .fill(Map.of("SERVER", BootText.of(SERVER)))
                .render(CloudValue::toString);
    }

    private static BootFile unit(String name, Map<String, String> values) {
        var texts = new LinkedHashMap<String, BootText>();
        values.forEach((key, value) -> texts.put(key, BootText.of(value)));
        return new BootFile(
                UNITS + name + ".service",
                FileMode.SHARED,
                Template.load("units/" + name + ".service").fill(texts).mapLiterals(Programs::bare));
    }

    private static Map<String, Object> settings(StreamManagerBootSettings settings) {
        var document = new LinkedHashMap<String, Object>();
        document.put("cloud", settings.controller().adapter());
        document.putAll(settings.controller().place());
        document.put("file", PROPERTIES);
        document.put("schemaFile", APPLICATION + "sql/cluster.sql");
        document.put("database", database(settings.database()));
        document.put("properties", properties(settings));
        document.put("secrets", secrets(settings));
        return document;
    }

    private static Map<String, Object> database(DatabaseLogin login) {
        var database = new LinkedHashMap<String, Object>();
        database.put("schema", login.schema());
        database.put("tls", login.tls().name().toLowerCase(Locale.ROOT));
        return database;
    }

    private static Map<String, Object> guard(CloudController controller, Guard guard) {
        var document = new LinkedHashMap<String, Object>();
        document.put("cloud", controller.adapter());
        document.putAll(controller.place());
        document.put("server", SERVER + ".service");
        document.put("counter", "red5");
        document.put("api", guard.api().version());
        document.put("file", PROPERTIES);
        document.put("hook", Guard.HOOK);
        document.put("rollout", guard.rollout().name().toLowerCase(Locale.ROOT));
        document.put("idle", guard.idle().toSeconds());
        guard.retireAfter().ifPresent(time -> document.put("retireAfter", time.toSeconds()));
        document.put("heartbeat", guard.heartbeat().toSeconds());
        document.put("bound", guard.bound().toSeconds());
        document.put("protect", guard.protect());
        return document;
    }

    private static Map<String, BootText> properties(StreamManagerBootSettings settings) {
        var properties = new LinkedHashMap<String, BootText>();
        properties.put("config.dbHost", settings.database().host());
        properties.put("config.dbPort", BootText.of(settings.database().port().toString()));
        properties.put("config.dbUser", BootText.of(settings.database().user()));
        properties.put("instancecontroller.instanceNamePrefix", BootText.of(settings.nodePrefix()));
        properties.put("proxy.enabled", BootText.of("true"));
        properties.putAll(settings.controller().properties());
        return properties;
    }

    private static List<Map<String, Object>> secrets(StreamManagerBootSettings settings) {
        var required = new LinkedHashMap<String, String>();
        required.put("cluster.password", "clusterPassword");
        required.put("serverapi.accessToken", "nodeApiToken");
        required.put("rest.administratorToken", "administratorToken");
        required.putAll(settings.controller().requiredSecrets());
        if (settings.database().password() instanceof DatabasePassword.InOwnSecret own) {
            return List.of(
                    secret(settings.secret(), required, settings.controller().optionalSecrets()),
                    secret(own.secret(), Map.of("config.dbPass", "password"), Map.of()));
        }
        required.put("config.dbPass", "databasePassword");
        return List.of(secret(settings.secret(), required, settings.controller().optionalSecrets()));
    }

    private static Map<String, Object> secret(
            BootText name, Map<String, String> required, Map<String, String> optional) {
        var secret = new LinkedHashMap<String, Object>();
        secret.put("name", name);
        secret.put("required", required);
        secret.put("optional", optional);
        return secret;
    }
}
