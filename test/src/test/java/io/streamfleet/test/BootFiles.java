package io.streamfleet.test;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files that servers get at boot: those that are the same on every server are kept once. */
final class BootFiles {
    /** The folder of files that are the same on every server. */
    private static final String EVERY_SERVER = "every-server";

    private final Map<String, Map<String, String>> contentsByPath = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> filesByServer = new LinkedHashMap<>();

    void add(String server, Map<String, String> files) {
        filesByServer.put(server, files);
        files.forEach((path, content) -> contentsByPath
                .computeIfAbsent(path, each -> new LinkedHashMap<>())
                .put(server, content));
    }

    void keep(Snapshots snapshots) {
        filesByServer.forEach((server, files) -> files.forEach(
                (path, content) -> snapshots.add((isOnEveryServer(path) ? EVERY_SERVER : server) + path, content)));
    }

    private boolean isOnEveryServer(String path) {
        Map<String, String> contents = contentsByPath.get(path);
        return contents.size() == filesByServer.size() && new HashSet<>(contents.values()).size() == 1;
    }
}
