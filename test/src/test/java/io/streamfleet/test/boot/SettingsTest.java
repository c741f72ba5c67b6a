package io.streamfleet.test.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a boot that goes well leaves behind: settings, rights, identity, and the same after more boots. */
@ParameterizedClass(name = "{0}")
@EnumSource
class SettingsTest extends OnScratchServer {
    @Parameter
    TestCloud cloud;

    @Override
    TestCloud cloud() {
        return cloud;
    }

    @Test
    void boot_vendorTree_setsExactlyWhatIsToBeSet() {
        Map<String, String> before = ScratchServer.settings(Tool.resource("vendor/red5-web.properties"));
        Tool.Result boot = server.boot();

        assertThat(boot.status()).as(boot.all()).isZero();
        assertThat(boot.err()).isEmpty();
        assertThat(boot.out().lines())
                .containsExactly(
                        "identity: " + cloud.identity(1),
                        "secrets: 1 read",
                        "schema: loaded 7 tables into cluster",
                        "settings: " + cloud.settings() + " written",
                        "configured");
        var expected = new TreeMap<>(before);
        expected.putAll(Map.ofEntries(
                entry("config.dbHost", "127.0.0.1"),
                entry("config.dbPort", Integer.toString(database.port())),
                entry("config.dbUser", MariaDb.USER),
                entry("config.dbPass", MariaDb.PASSWORD),
                entry("instancecontroller.instanceNamePrefix", "corp-node"),
                entry("proxy.enabled", "true"),
                entry("cluster.password", Secrets.CLUSTER),
                entry("serverapi.accessToken", Secrets.NODE_API),
                entry("rest.administratorToken", Secrets.ADMINISTRATOR),
                entry("streammanager.ip", cloud.identity(1))));
        expected.putAll(cloud.controllerSettings());
        assertThat(server.settings()).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("otherWriting")
    void boot_fileWrittenOtherwise_readsBackTheSame(UnaryOperator<String> writing) {
        Boots.starts(server);
        Map<String, String> expected = server.settings();
        String text = writing.apply(Tool.resource("vendor/red5-web.properties"));
        assertThat(text).isNotEqualTo(Tool.resource("vendor/red5-web.properties"));
        server.file(ScratchServer.PROPERTIES, text);

        Boots.starts(server);
        assertThat(server.settings()).isEqualTo(expected);
    }

    static Stream<UnaryOperator<String>> otherWriting() {
        return Stream.of(
                text -> text.replace("\n", "\r\n"),
                text -> text.replaceAll("(?m)^([a-zA-Z.]+)=", "$1 = "),
                text -> text.replaceAll("(?m)^([a-zA-Z.]+)=(.)", "  $1: $2"),
                text -> text.replaceAll("(?m)^(cluster.password|proxy.enabled)=", "$1 \\\\\n   "),
                text -> text.replaceAll("(?m)^#([a-z.A-Z0-9]+)=", "# $1 = "),
                text -> text.replaceAll("(?m)^#((?:aws|compute|az)[.a-zA-Z0-9]+)=", "##  $1="),
                text -> text.replaceAll("(?m)^#?(proxy.enabled|aws.vpcName|aws.defaultVPC|compute.network)=.*\n", ""),
                text -> text + "proxy.enabled=false\nproxy.enabled=false\nstreammanager.ip=10.0.0.98",
                text -> text.stripTrailing(),
                text -> text.replace("cluster.password=changeme", "cluster.password=a\\\n  b\\\n  #c"));
    }

    @Test
    void boot_vendorTree_keepsEveryOtherLine() {
        server.boot();
        List<String> before =
                Tool.resource("vendor/red5-web.properties").lines().toList();
        List<String> after = server.text().lines().toList();

        assertThat(after).hasSameSizeAs(before);
        assertThat(after.stream().filter(line -> line.startsWith("#") || line.isBlank()))
                .containsExactlyElementsOf(before.stream()
                        .filter(line -> line.startsWith("#") || line.isBlank())
                        .filter(line -> cloud.controllerSettings().keySet().stream()
                                .noneMatch(name -> line.startsWith("#" + name + "=")))
                        .toList());
        assertThat(server.text()).matches("[\\x00-\\x7f]*");
    }

    @Test
    void boot_settingsFile_isPrivateAndNothingIsLeft() {
        List<Path> before = server.files();
        server.boot();

        assertThat(Tool.mode(server.path(ScratchServer.PROPERTIES))).isEqualTo("600");
        assertThat(server.filesBesides(before)).containsExactly("run/streamfleet/configured");
        assertThat(Tool.mode(server.path("run/streamfleet"))).isEqualTo("700");
        assertThat(server.mayStart()).isTrue();
    }

    @Test
    void boot_ofAnotherOwner_keepsTheOwner() throws IOException {
        Tools.root();
        Path file = server.path(ScratchServer.PROPERTIES);
        Files.setAttribute(file, "unix:uid", 4711);
        Files.setAttribute(file, "unix:gid", 4712);

        assertThat(server.boot().status()).isZero();
        assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(4711);
        assertThat(Files.getAttribute(file, "unix:gid")).isEqualTo(4712);
        assertThat(Tool.mode(file)).isEqualTo("600");
    }

    @Test
    void boot_twiceAndAfterReboots_changesNothing() throws IOException {
        server.boot();
        String once = server.text();
        var time = Files.getLastModifiedTime(server.path(ScratchServer.PROPERTIES));

        for (int i = 0; i < 3; i++) {
            server.reboot();
            assertThat(server.mayStart()).as("before the boot program ran").isFalse();
            Tool.Result again = server.boot();
            assertThat(again.out().lines())
                    .contains(
                            "identity: " + cloud.identity(1),
                            "schema: cluster is loaded",
                            "settings: " + cloud.settings() + " unchanged");
            assertThat(server.mayStart()).isTrue();
        }
        assertThat(server.boot().status()).isZero();
        assertThat(server.text()).isEqualTo(once);
        assertThat(Files.getLastModifiedTime(server.path(ScratchServer.PROPERTIES)))
                .isEqualTo(time);
    }

    @Test
    void boot_secretChangedBetweenBoots_isWritten() {
        server.boot();
        server.reboot();
        server.cloud.secrets.put(cloud.secret(), Secrets.with("clusterPassword", "canary-new"));

        assertThat(server.boot().out()).contains("settings: " + cloud.settings() + " written");
        assertThat(server.settings()).containsEntry("cluster.password", "canary-new");
    }

    @Test
    void boot_imageOfAnotherServer_getsItsOwnIdentity() {
        server.boot();
        String captured = server.text();
        try (var copy =
                new ScratchServer(folder, cloud, 2).install(cloud.existing()).database(database.port())) {
            copy.cloud.secrets.putAll(server.cloud.secrets);
            Tool.write(copy.path(ScratchServer.PROPERTIES), captured);

            assertThat(copy.boot().status()).isZero();
            assertThat(copy.settings()).containsEntry("streammanager.ip", cloud.identity(2));
            assertThat(server.settings()).containsEntry("streammanager.ip", cloud.identity(1));
        }
    }

    @Test
    void boot_proxyInTheEnvironment_isNotAskedForMetadata() {
        server.environment("http_proxy", "http://127.0.0.1:1").environment("no_proxy", "");
        Tool.Result boot = server.boot();

        assertThat(boot.out()).contains("identity: " + cloud.identity(1));
        assertThat(boot.err()).contains("secrets: gave up").contains("does not answer");
    }

    @Test
    void boot_leftoverOfAKilledBoot_isReplaced() {
        Path leftover = server.path(ScratchServer.PROPERTIES).resolveSibling(".red5-web.properties.streamfleet");
        Tool.write(leftover, "half");

        assertThat(server.boot().status()).isZero();
        assertThat(leftover).doesNotExist();
        assertThat(server.settings()).containsEntry("proxy.enabled", "true");
    }
}
