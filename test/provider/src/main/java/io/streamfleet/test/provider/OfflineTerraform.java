package io.streamfleet.test.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs Terraform without a network: every provider whose schemas lie in a folder is served by this process, with a cloud
 * of its own that ends with it.
 */
public final class OfflineTerraform implements AutoCloseable {
    /** Nobody listens there: what reaches for a network fails at once. */
    private static final String NOWHERE = "http://127.0.0.1:9";

    private final Path folder;
    private final List<ProviderServer> servers;

    private OfflineTerraform(Path folder, List<ProviderServer> servers) {
        this.folder = folder;
        this.servers = servers;
    }

    /**
     * Starts the providers.
     *
     * @param schemas the folder with a file of schemas for each provider
     * @param folder room for what is run; it must be empty
     */
    public static OfflineTerraform start(Path schemas, Path folder) {
        List<ProviderServer> servers = ProviderSchemas.in(schemas).stream()
                .map(each -> ProviderServer.start(new OfflineProvider(each)))
                .toList();
        write(folder.resolve("none.tfrc"), "");
        return new OfflineTerraform(folder, servers);
    }

    /**
     * Returns what a process needs in its environment for any Terraform that it starts to find these providers and no
     * other, and no settings of whoever runs the tests.
     */
    public Map<String, String> environment() {
        ObjectNode reattach = new ObjectMapper().createObjectNode();
        servers.forEach(server -> reattach.set(server.provider().schemas().source(), server.reattach()));
        var environment = new LinkedHashMap<String, String>();
        environment.put("TF_REATTACH_PROVIDERS", reattach.toString());
        environment.put("TF_CLI_CONFIG_FILE", folder.resolve("none.tfrc").toString());
        environment.put("TF_IN_AUTOMATION", "1");
        environment.put("CHECKPOINT_DISABLE", "1");
        for (String proxy : List.of("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy")) {
            environment.put(proxy, NOWHERE);
        }
        environment.put("NO_PROXY", "127.0.0.1,localhost");
        environment.put("no_proxy", "127.0.0.1,localhost");
        return environment;
    }

    /**
     * Makes a folder of a stack, as {@code cdktf} lays it out. A backend elsewhere is replaced by a file, since it cannot
     * be reached; one in a file is kept.
     *
     * @param name of the stack
     * @param template its {@code cdk.tf.json}
     */
    public Workspace workspace(String name, String template) {
        Path stack = folder.resolve("cdktf.out").resolve("stacks").resolve(name);
        write(stack.resolve("cdk.tf.json"), template);
        if (!hasLocalBackend(template)) {
            write(stack.resolve("offline_override.tf.json"), """
                    {"terraform": {"backend": {"local": {"path": "../../../terraform.NAME.tfstate"}}}}
                    """.replace("NAME", name));
        }
        return new Workspace(stack, folder.resolve("terraform." + name + ".tfstate"), environment());
    }

    private static boolean hasLocalBackend(String template) {
        try {
            return new ObjectMapper()
                    .readTree(template)
                    .at("/terraform/backend")
                    .has("local");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what write-only attributes of all providers were sent when changes were made. */
    public List<SentSecret> sent() {
        return servers.stream()
                .flatMap(server -> server.provider().cloud().sent().stream())
                .toList();
    }

    @Override
    public void close() {
        servers.forEach(ProviderServer::close);
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
