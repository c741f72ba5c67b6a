package io.streamfleet.test.boot;

import io.streamfleet.core.boot.BootDocument;
import io.streamfleet.core.boot.BootText;
import io.streamfleet.core.boot.CloudValue;
import io.streamfleet.core.boot.DatabaseLogin;
import io.streamfleet.core.boot.DatabasePassword;
import io.streamfleet.core.boot.Guard;
import io.streamfleet.core.boot.StreamManagerBoot;
import io.streamfleet.core.boot.StreamManagerBootSettings;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.reader.SpecReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The shipped descriptions, as they are or nearly so. */
final class Descriptions {
    /** A description for Google Cloud with an existing database. */
    static final String GOOGLE = "descriptions/red5-google-existing.yaml";

    static final String OWN_SECRET = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:live-database-AbCdEf";

    private Descriptions() {}

    static List<Path> shipped() {
        Path here = Path.of("").toAbsolutePath();
        Path root = Files.isDirectory(here.resolve("stacks")) ? here : here.getParent();
        try (Stream<Path> files = Files.list(root.resolve("stacks/specs"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shipped descriptions and those of the suites. */
    static List<Path> all() {
        try {
            return Stream.concat(
                            shipped().stream(),
                            Stream.of(Path.of(
                                    Descriptions.class.getResource(GOOGLE).toURI())))
                    .toList();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Boot of the shipped description for AWS with a database of its own. */
    static BootDocument created(String tls) {
        String text = shipped("red5-aws.yaml");
        return document(text.replace(
                        "create: { instanceType: db.t4g.medium }",
                        "create: { instanceType: db.t4g.medium, tls: " + tls + " }")
                .replace("us-east-1", LoopbackAws.REGION));
    }

    /** Boot with the database at a free port of this machine, which no description may say. */
    static BootDocument machine(TestCloud cloud, int port, String nodePrefix) {
        return document(cloud, "127.0.0.1", port, nodePrefix);
    }

    static BootDocument document(TestCloud cloud, String host, int port, String nodePrefix) {
        return StreamManagerBoot.document(StreamManagerBootSettings.builder()
                .controller(cloud.controller())
                .secret(BootText.of(cloud.secret()))
                .database(DatabaseLogin.builder()
                        .host(BootText.of(host))
                        .port(port)
                        .user(MariaDb.USER)
                        .password(DatabasePassword.inTierSecret())
                        .build())
                .nodePrefix(nodePrefix)
                .guard(Guard.builder()
                        .retireAfter(Optional.of(Duration.ofHours(1)))
                        .build())
                .build());
    }

    static BootDocument document(String text) {
        return ClusterPlan.of(SpecReader.parse("live.yaml", text).spec())
                .tier("streamManager")
                .document();
    }

    /** What the cloud puts in for its values. */
    static String value(CloudValue value) {
        return switch (value.name()) {
            case "databaseHost" -> "127.0.0.1";
            case "databaseSecret" -> OWN_SECRET;
            case "identity" -> LoopbackAzure.IDENTITY;
            case "region" -> LoopbackAws.REGION;
            case "defaultZone" -> LoopbackAws.REGION + "a";
            default -> value.name();
        };
    }

    static String shipped(String name) {
        return Tool.read(shipped().stream()
                .filter(file -> file.endsWith(name))
                .findFirst()
                .orElseThrow());
    }
}
