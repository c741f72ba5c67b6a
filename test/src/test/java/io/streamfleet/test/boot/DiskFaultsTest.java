package io.streamfleet.test.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.test.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Files that are not there, broken, or cannot be written. */
class DiskFaultsTest extends OnScratchServer {
    @Override
    TestCloud cloud() {
        return TestCloud.AWS;
    }

    @Test
    void fails_filesMayNotGrow_keepsTheOldFileWhole() {
        Needs.program("prlimit", "apt-get install util-linux");

        assertThat(Boots.staysStopped(server, "prlimit", "--fsize=1024"))
                .startsWith("cannot write " + server.path(ScratchServer.PROPERTIES))
                .endsWith(": File too large");
        nothingIsLeftOfAWrite();
        Boots.starts(server);
    }

    @Test
    void fails_diskFull_keepsTheOldFileWhole() {
        Tools.namespaces();
        Path web = server.path(ScratchServer.PROPERTIES).getParent();

        // A disk of exactly the size of what is on it, in a name space of its own.
        assertThat(Boots.staysStopped(
                        server,
                        "unshare",
                        "--mount",
                        "sh",
                        "-c",
                        "set -e; cp -a '" + web + "' '" + folder + "/kept'; mount -t tmpfs -o size=16k tmpfs '" + web
                                + "'; cp -a '" + folder + "/kept/.' '" + web + "'; "
                                + "dd if=/dev/zero of='" + web + "/full' bs=1k 2>/dev/null || true; \"$@\"; "
                                + "code=$?; cmp '" + web + "/red5-web.properties' '" + folder
                                + "/kept/red5-web.properties' && exit $code",
                        "sh"))
                .endsWith(": No space left on device");
        nothingIsLeftOfAWrite();
        Boots.starts(server);
    }

    @Test
    void fails_readOnlyDisk_saysSo() {
        Tools.namespaces();
        Path web = server.path(ScratchServer.PROPERTIES).getParent();

        assertThat(Boots.staysStopped(
                        server,
                        "unshare",
                        "--mount",
                        "sh",
                        "-c",
                        "mount --bind '" + web + "' '" + web + "' && mount -o remount,bind,ro '" + web
                                + "' && exec \"$@\"",
                        "sh"))
                .endsWith(": Read-only file system");
    }

    @Test
    void fails_noSettingsFile_isNoStreamManagerImage() throws IOException {
        Files.delete(server.path(ScratchServer.PROPERTIES));
        Tool.Result boot = server.boot();

        assertThat(boot.status()).isEqualTo(1);
        assertThat(boot.err())
                .isEqualTo("<3>the server stays stopped: cannot read /usr/local/red5pro/webapps/streammanager/WEB-INF/"
                        + "red5-web.properties: No such file or directory; is this a Stream Manager image?\n");
        assertThat(server.mayStart()).isFalse();
    }

    @Test
    void fails_brokenDescriptionOfTheBoot_isOneLine() {
        Tool.write(server.path("etc/streamfleet/stream-manager.json"), "{");

        assertThat(Boots.staysStopped(server)).matches("JSONDecodeError in decoder.py line \\d+");
    }

    @Test
    void fails_descriptionOfTheBootGone_isOneLine() throws IOException {
        Files.delete(server.path("etc/streamfleet/stream-manager.json"));

        assertThat(Boots.staysStopped(server))
                .endsWith("/etc/streamfleet/stream-manager.json: No such file or directory");
    }

    private void nothingIsLeftOfAWrite() {
        assertThat(server.files())
                .noneMatch(file -> file.getFileName().toString().startsWith("."));
        assertThat(server.path("run/streamfleet").toFile().list()).isEmpty();
    }
}
