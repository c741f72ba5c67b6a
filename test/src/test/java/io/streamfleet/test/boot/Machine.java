package io.streamfleet.test.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.core.boot.BootDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A whole machine: systemd as its first process and cloud-init or a guest agent, in name spaces of their own, on a layer
 * over this machine's files, with a vendor-like installation whose service is enabled. Its clouds and its database are
 * this machine's loopback.
 */
final class Machine implements AutoCloseable {
    private static final String VENDOR = "usr/local/red5pro";
    private static final String STARTS = "/var/lib/red5pro-starts";
    private static final Duration MOST = Duration.ofSeconds(90);

    private static final String AGENT = "google-startup-scripts.service";

    private final TestCloud on;
    private final Path folder;
    private final Tool.Running holder;
    private Tool.Running run;

    Machine(Path folder, TestCloud on) {
        this.on = on;
        this.folder = folder;
        Tool.mode(Tool.write(folder.resolve("boot.sh"), Tool.resource("machine/boot.sh")), "rwxr-xr-x");
        Tool.write(folder.resolve("layer/here"), "");
        // Holds the layer, in memory, as long as the machine exists; ends by itself if nobody does it.
        holder = Tool.start(
                folder,
                Map.of(),
                List.of(
                        "unshare",
                        "--mount",
                        "sh",
                        "-c",
                        "mount -t tmpfs tmpfs layer && touch held && exec sleep 300"));
        until("the layer", () -> Files.exists(folder.resolve("held")));
        put(VENDOR + "/red5.sh", Tool.resource("vendor/red5.sh"));
        Tool.mode(layer("changes/" + VENDOR + "/red5.sh"), "rwxr-xr-x");
        put(ScratchServer.PROPERTIES, Tool.resource("vendor/red5-web.properties"));
        put(ScratchServer.TABLES, Tool.resource("vendor/cluster.sql").replace("@SCHEMA@", "cluster"));
        unit("red5pro.service", Tool.resource("vendor/red5pro.service"));
        wants("multi-user.target", "red5pro.service", "/etc/systemd/system/red5pro.service");
        switch (on) {
            case AWS, AZURE -> cloudInit();
            case GOOGLE -> guestAgent();
        }
    }

    private void cloudInit() {
        put("etc/cloud/cloud.cfg", Tool.resource("machine/cloud.cfg"));
        put("etc/cloud/ds-identify.cfg", "policy: enabled\n");
        wants("multi-user.target", "cloud-init.target", "/lib/systemd/system/cloud-init.target");
        for (String stage : List.of("cloud-init-local", "cloud-init", "cloud-config", "cloud-final")) {
            wants("cloud-init.target", stage + ".service", "/lib/systemd/system/" + stage + ".service");
        }
    }

    private void guestAgent() {
        String runner = "usr/bin/google_metadata_script_runner";
        put(runner, Tool.resource("machine/google_metadata_script_runner"));
        Tool.mode(layer("changes/" + runner), "rwxr-xr-x");
        unit(AGENT, Tool.resource("machine/" + AGENT));
        wants("multi-user.target", AGENT, "/etc/systemd/system/" + AGENT);
    }

    /** The image has the server's unit disabled, as it should be. */
    Machine disabled() {
        layer("units/multi-user.target.wants/red5pro.service").toFile().delete();
        return this;
    }

    /** The image has it enabled. */
    Machine enabled() {
        disabled();
        wants("multi-user.target", "red5pro.service", "/etc/systemd/system/red5pro.service");
        return this;
    }

    /** The image has a unit of the server that waits for nothing, so it starts before any document does its work. */
    Machine hasty() {
        unit(
                "red5pro.service",
                Tool.resource("vendor/red5pro.service")
                        .replace("After=syslog.target network.target", "DefaultDependencies=no"));
        return this;
    }

    /**
     * Whether files are unpacked, in the last stage of cloud-init or by a start-up script: otherwise the machine is as one
     * that is cut off before it.
     */
    Machine unpacks(boolean runs) {
        if (on == TestCloud.GOOGLE) {
            put("etc/cut-script", "");
            if (runs) {
                layer("changes/etc/cut-script").toFile().delete();
            }
        } else if (runs) {
            wants("cloud-init.target", "cloud-final.service", "/lib/systemd/system/cloud-final.service");
        } else {
            layer("units/cloud-init.target.wants/cloud-final.service").toFile().delete();
        }
        return this;
    }

    /** What the cloud gives this machine: who it is, its boot document, and where the cloud itself is. */
    Machine launch(String instanceId, BootDocument document, LoopbackCloud cloud) {
        String text = document.render(Descriptions::value);
        StringBuilder environment = new StringBuilder();
        cloud.environment().forEach((name, value) -> environment.append("Environment=" + name + "=" + value + "\n"));
        String conf = Tool.resource("machine/test.conf").replace("@ENVIRONMENT@", environment);
        switch (on) {
            case AWS, AZURE -> {
                put("var/lib/cloud/seed/nocloud/meta-data", "instance-id: " + instanceId + "\n");
                put("var/lib/cloud/seed/nocloud/user-data", text);
            }
            case GOOGLE -> {
                cloud.metadata.put("instance/attributes/startup-script", text);
                unit(AGENT + ".d/test.conf", conf);
            }
        }
        unit("streamfleet-boot.service.d/test.conf", conf);
        unit("streamfleet-guard.service.d/test.conf", conf);
        return this;
    }

    /** Switches the machine on, and waits until its document has done its work. */
    Machine on() {
        run = Tool.start(
                folder,
                Map.of(),
                List.of(
                        // Ends by itself where nobody is left to stop it.
                        "timeout",
                        "--signal=KILL",
                        "240",
                        "nsenter",
                        "--mount=/proc/" + holder.process().pid() + "/ns/mnt",
                        "unshare",
                        "--mount",
                        "--pid",
                        "--fork",
                        "--kill-child",
                        "--uts",
                        "--ipc",
                        "--cgroup",
                        folder.resolve("boot.sh").toString(),
                        folder.toString()));
        until("systemd", () -> first() != null && exec("systemctl", "list-jobs").status() == 0);
        until("the end of the start", this::isStarted);
        return this;
    }

    private boolean isStarted() {
        return switch (on) {
            case AWS, AZURE -> state("cloud-init.target").equals("active");
            case GOOGLE -> state(AGENT).equals("inactive") && when(AGENT, "ExecMainExit") > 0;
        };
    }

    /** Shuts the machine down as an operator does; what lay in memory is gone. */
    void off() {
        exec("systemctl", "poweroff");
        run.await(MOST);
    }

    /** Cuts the machine's power. */
    void cut() {
        Optional.ofNullable(first()).ifPresent(ProcessHandle::destroyForcibly);
        run.await(MOST);
    }

    /** The machine's first process: the only child of unshare, which nsenter became; null where there is none yet. */
    private ProcessHandle first() {
        return run.process()
                .children()
                .flatMap(ProcessHandle::children)
                .findFirst()
                .orElse(null);
    }

    /** Runs a command on the machine. */
    Tool.Result exec(String... command) {
        var all = new ArrayList<>(
                List.of("nsenter", "--target", Long.toString(first().pid()), "-m", "-p", "-u", "-i", "-C"));
        all.addAll(Arrays.asList(command));
        return Tool.run(folder, Map.of("SYSTEMD_PAGER", "cat", "LC_ALL", "C.UTF-8"), all);
    }

    /** Waits until the server runs and has read its settings: its program ends as one that only sleeps. */
    void awaitServer() {
        until(
                "the server",
                () -> state("red5pro.service").equals("active")
                        && exec("sh", "-c", "cat /proc/$(systemctl show -p MainPID --value red5pro.service)/comm")
                                .out()
                                .equals("sleep\n"));
    }

    String state(String unit) {
        return exec("systemctl", "is-active", unit).out().strip();
    }

    /** When something happened to a unit, in microseconds since the machine of the kernel started. */
    long when(String unit, String property) {
        return Long.parseLong(exec("systemctl", "show", unit, "--value", "-p", property + "TimestampMonotonic")
                .out()
                .strip());
    }

    /** What a unit said in this boot. */
    List<String> said(String unit) {
        return exec("journalctl", "-b", "-o", "cat", "_SYSTEMD_UNIT=" + unit)
                .out()
                .lines()
                .toList();
    }

    /** All that anything said in this boot. */
    String journal() {
        return exec("journalctl", "-b", "--no-pager", "-o", "short-precise").out();
    }

    String read(String file) {
        return exec("cat", file).orFail().out();
    }

    String mode(String file) {
        return exec("stat", "-c", "%a", file).orFail().out().strip();
    }

    /** What the server read at each of its starts, the oldest first. */
    List<Map<String, String>> starts() {
        return exec("sh", "-c", "ls " + STARTS + " 2>/dev/null | sort")
                .out()
                .lines()
                .map(start -> ScratchServer.settings(read(STARTS + "/" + start)))
                .toList();
    }

    void put(String file, String text) {
        Tool.write(layer("changes/" + file), text);
    }

    private void unit(String name, String text) {
        Tool.write(layer("units/" + name), text);
    }

    private void wants(String target, String unit, String file) {
        try {
            Path wants = layer("units/" + target + ".wants");
            Files.createDirectories(wants);
            Files.createSymbolicLink(wants.resolve(unit), Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The layer as its holder sees it. */
    private Path layer(String name) {
        return Path.of("/proc", Long.toString(holder.process().pid()), "root", folder.toString(), "layer", name);
    }

    void until(String what, BooleanSupplier done) {
        Instant end = Instant.now().plus(MOST);
        while (!done.getAsBoolean()) {
            if (Instant.now().isAfter(end) || run != null && !run.process().isAlive()) {
                assertThat(run).as("waiting for " + what).isNotNull();
                throw new AssertionError(
                        "waited for " + what + ": " + Tool.read(run.err()) + (first() == null ? "" : journal()));
            }
            Tool.sleep(Duration.ofMillis(100));
        }
    }

    @Override
    public void close() {
        if (run != null && run.process().isAlive()) {
            cut();
        }
        holder.process().destroyForcibly();
        holder.await(MOST);
    }
}
