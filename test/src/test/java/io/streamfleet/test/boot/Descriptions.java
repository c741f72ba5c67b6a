package io.streamfleet.test.boot;

import io.streamfleet.core.boot.AwsController;
import io.streamfleet.core.boot.BootDocument;
import io.streamfleet.core.boot.BootText;
import io.streamfleet.core.boot.CloudValue;
import io.streamfleet.core.boot.CloudValues;
import io.streamfleet.core.boot.DatabaseLogin;
import io.streamfleet.core.boot.DatabasePassword;
import io.streamfleet.core.boot.Guard;
import io.streamfleet.core.boot.StreamManagerBoot;
import io.streamfleet.core.boot.StreamManagerBootSettings;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.reader.SpecReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The shipped descriptions, as they are or nearly so. */
final class Descriptions {
    /** Name of the tier's secret in the shipped description with an existing database. */
    static final String SECRET = "corp/streaming/stream-manager";

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

    /** User data of the shipped description with an existing database. */
    static BootDocument existing() {
        return userData(shipped("red5-aws-existing.yaml"));
    }

    /** User data of the shipped description with a database of its own. */
    static BootDocument created(String tls) {
        String text = shipped("red5-aws.yaml");
        return userData(text.replace(
                        "create: { instanceType: db.t4g.medium }",
                        "create: { instanceType: db.t4g.medium, tls: " + tls + " }")
                .replace("us-east-1", LoopbackAws.REGION));
    }

    /** User data with the database at a free port of this machine, which no description may say. */
    static BootDocument machine(int port, String nodePrefix) {
        return StreamManagerBoot.document(StreamManagerBootSettings.builder()
                .controller(AwsController.builder()
                        .region(BootText.of(LoopbackAws.REGION))
                        .defaultZone(BootText.of(CloudValues.DEFAULT_ZONE))
                        .keyPair(BootText.of("red5pro"))
                        .securityGroup(BootText.of("live-nodes"))
                        .vpcName(BootText.of("live"))
                        .build())
                .secret(BootText.of(SECRET))
                .database(DatabaseLogin.builder()
                        .host(BootText.of("127.0.0.1"))
                        .port(port)
                        .user(MariaDb.USER)
                        .password(DatabasePassword.inTierSecret())
                        .build())
                .nodePrefix(nodePrefix)
                .guard(Guard.builder().build())
                .build());
    }

    static BootDocument userData(String text) {
        return ClusterPlan.of(SpecReader.parse("live.yaml", text).spec())
                .tier("streamManager")
                .document();
    }

    /** What the cloud puts in for its values. */
    static String value(CloudValue value) {
        return switch (value.name()) {
            case "databaseHost" -> "127.0.0.1";
            case "databaseSecret" -> OWN_SECRET;
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
