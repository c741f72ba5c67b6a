package io.streamfleet.test.boot;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Samples the arguments and environments of all processes that the tests started, as any user of a server could the
 * arguments, for canaries. The kernel shows them below /proc; elsewhere nothing is seen.
 */
final class SecretWatch implements AutoCloseable {
    private final Set<String> seen = new ConcurrentSkipListSet<>();
    private final Thread thread = new Thread(this::watch, "secret-watch");
    private volatile boolean open = true;

    SecretWatch() {
        thread.setDaemon(true);
        thread.start();
    }

    /** The processes that showed a canary. */
    Set<String> seen() {
        return seen;
    }

    private void watch() {
        while (open) {
            ProcessHandle.current().descendants().forEach(process -> {
                look(process.pid(), "cmdline");
                look(process.pid(), "environ");
            });
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void look(long pid, String what) {
        Path file = Path.of("/proc", Long.toString(pid), what);
        try {
            String text = new String(Files.readAllBytes(file), ISO_8859_1);
            if (text.contains("canary")) {
                seen.add(what + " of "
                        + text.substring(0, Math.min(40, text.length())).replace('\0', ' '));
            }
        } catch (IOException gone) {
            // The process has ended, or belongs to someone else.
            return;
        }
    }

    @Override
    public void close() {
        open = false;
        thread.interrupt();
    }
}
