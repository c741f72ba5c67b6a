package io.streamfleet.core.boot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Gives the boot files of a Red5 Pro Stream Manager 1.x.
 *
 * <p>At every boot a unit ordered before the server reads the secrets by the instance's own identity, loads the
 * database's tables if nobody has, and writes the server's settings with an identity that is unique and stays. The
 * server starts only after it succeeded in this very boot, also where the image has the server enabled: before any
 * service starts, the early command closes a gate that only that success opens. The same command takes the settings away
 * that an image of a configured server brings along.
 *
 * <p>Needs on the image: systemd 244 or newer ({@code Restart=} of a oneshot unit), so Ubuntu 20.04 or newer, cloud-init,
 * Python 3.8 or newer, and a mysql client.
 */
public final class StreamManagerBoot {
    private static final String SERVER = "red5pro";
    private static final String APPLICATION = "/usr/local/red5pro/webapps/streammanager/WEB-INF/";
    private static final String UNITS = "/etc/systemd/system/";
    private static final String PROPERTIES = APPLICATION + "red5-web.properties";

    private StreamManagerBoot() {}

    /** Returns the files alone. */
    public static List<BootFile> files(StreamManagerBootSettings settings) {
        String cloud = settings.controller().adapter();
        var values = new OpenValues();
        var files = new ArrayList<BootFile>();
        files.add(values.settings("/etc/streamfleet/stream-manager.json", document(settings)));
        files.add(values.settings("/etc/streamfleet/guard.json", guard(settings)));
        files.add(0, values.file());
        Stream.of("common", cloud, "properties", "database", "stream_manager", "guard_rules", cloud + "_group", "red5")
                .forEach(module -> files.add(Programs.module(module + ".py")));
        files.add(Programs.module("guard.py"));
        files.add(unit("streamfleet-boot.service", Map.of("SERVER", BootText.of(SERVER))));
        files.add(unit("streamfleet-guard.service", Map.of()));
        files.add(new BootFile(
                UNITS + SERVER + ".service.d/streamfleet.conf",
                FileMode.SHARED,
                Template.load("units/gated.conf").fill()));
        return List.copyOf(files);
    }

    /** Returns the whole boot: the files, the gate before them and the start after them. */
    public static Boot boot(StreamManagerBootSettings settings) {
        String gate = Template.load("units/gate.sh")
                .fill(Map.of("SERVER", BootText.of(SERVER)))
                .render(CloudValue::toString);
        return new Boot(
                files(settings),
                // Once an instance, not once an image: cloud-init remembers by instance id.
                List.of(List.of("cloud-init-per", "instance", "streamfleet", "sh", "-c", gate)),
                start());
    }

    /** Returns the document that does it all. */
    public static UserData userData(StreamManagerBootSettings settings) {
        return UserData.of(boot(settings));
    }

    private static List<List<String>> start() {
        return List.of(
                List.of("systemctl", "stop", SERVER + ".service"),
                // Reads the new units as well. Without waiting: cloud-init itself must finish, and the first unit
                // starts
                // the server.
                List.of(
                        "systemctl",
                        "enable",
                        "--now",
                        "--no-block",
                        "streamfleet-boot.service",
                        "streamfleet-guard.service"));
    }

    private static BootFile unit(String name, Map<String, BootText> values) {
        return new BootFile(
                UNITS + name,
                FileMode.SHARED,
                Template.load("units/" + name).fill(values).mapLiterals(Programs::bare));
    }

    private static Map<String, Object> document(StreamManagerBootSettings settings) {
        var document = new LinkedHashMap<String, Object>();
        document.put("cloud", settings.controller().adapter());
        document.put("region", settings.controller().region());
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

    private static Map<String, Object> guard(StreamManagerBootSettings settings) {
        Guard guard = settings.guard();
        var document = new LinkedHashMap<String, Object>();
        document.put("cloud", settings.controller().adapter());
        document.put("region", settings.controller().region());
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
