package io.streamfleet.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The files that servers get at boot: those that are the same on every server, of all clouds or of one, are kept once. */
final class BootFiles {
    /** The folder of files that are the same on every server. */
    private static final String EVERY_SERVER = "every-server";

    private final List<Server> servers = new ArrayList<>();

    private record Server(String cloud, String name, Map<String, String> files) {}

    /**
     * Adds those of one server.
     *
     * @param cloud the folder of its cloud
     * @param name its own folder within that
     */
    void add(String cloud, String name, Map<String, String> files) {
        servers.add(new Server(cloud, name, files));
    }

    void keep(Snapshots snapshots) {
        for (Server server : servers) {
            List<Server> likewise = servers.stream()
                    .filter(other -> other.cloud.equals(server.cloud))
                    .toList();
            server.files.forEach((path, content) -> {
                String own = areAll(likewise, path, content) ? EVERY_SERVER : server.name;
                String folder = areAll(servers, path, content) ? EVERY_SERVER : server.cloud + "/" + own;
                snapshots.add(folder + path, content);
            });
        }
    }

    private static boolean areAll(List<Server> servers, String path, String content) {
        return servers.stream().allMatch(server -> content.equals(server.files.get(path)));
    }
}
