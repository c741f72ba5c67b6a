package io.streamfleet.core.boot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamfleet.core.spec.Rollout;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Settings of a Stream Manager as the plan would give them. */
final class Samples {
    private Samples() {}

    static StreamManagerBootSettings created() {
        return settings(
                DatabaseLogin.builder()
                        .host(BootText.of(CloudValues.DATABASE_HOST))
                        .user("streammanager")
                        .password(DatabasePassword.inOwnSecret(BootText.of(CloudValues.DATABASE_SECRET)))
                        .build(),
                BootText.of("live-streammanager"));
    }

    static StreamManagerBootSettings existing() {
        return settings(
                DatabaseLogin.builder()
                        .host(BootText.of("db.example.com"))
                        .port(3307)
                        .user("streammanager")
                        .password(DatabasePassword.inTierSecret())
                        .build(),
                BootText.of("live-streammanager"));
    }

    /** On Google Cloud, with a guard that removes idle servers. */
    static StreamManagerBootSettings google() {
        return google(
                Guard.builder().retireAfter(Optional.of(Duration.ofHours(1))).build());
    }

    static StreamManagerBootSettings google(Guard guard) {
        return terraform(
                GoogleController.builder()
                        .project(BootText.of("live-project"))
                        .defaultZone(BootText.of("europe-west1-b"))
                        .network(BootText.of("live"))
                        .build(),
                guard);
    }

    /** On Azure, with a guard that removes idle servers. */
    static StreamManagerBootSettings azure() {
        return azure(
                Guard.builder().retireAfter(Optional.of(Duration.ofHours(1))).build());
    }

    static StreamManagerBootSettings azure(Guard guard) {
        return terraform(
                AzureController.builder()
                        .vault(BootText.of("https://live.vault.azure.net"))
                        .identity(BootText.of(CloudValues.IDENTITY))
                        .subscription(BootText.of("00000000-0000-4000-8000-000000000001"))
                        .resourceGroup(BootText.of("live"))
                        .location(BootText.of("westeurope"))
                        .resourcePrefix("live")
                        .tenant(BootText.of("00000000-0000-4000-8000-000000000002"))
                        .client(BootText.of("00000000-0000-4000-8000-000000000003"))
                        .build(),
                guard);
    }

    private static StreamManagerBootSettings terraform(CloudController controller, Guard guard) {
        return StreamManagerBootSettings.builder()
                .controller(controller)
                .secret(BootText.of("live-stream-manager"))
                .database(DatabaseLogin.builder()
                        .host(BootText.of(CloudValues.DATABASE_HOST))
                        .user("streammanager")
                        .password(DatabasePassword.inTierSecret())
                        .build())
                .nodePrefix("live-node")
                .guard(guard)
                .build();
    }

    static StreamManagerBootSettings settings(DatabaseLogin database, BootText secret) {
        return settings(database, secret, Guard.builder().rollout(Rollout.IDLE).build());
    }

    static StreamManagerBootSettings settings(DatabaseLogin database, BootText secret, Guard guard) {
        return StreamManagerBootSettings.builder()
                .controller(AwsController.builder()
                        .region(BootText.of("us-east-1"))
                        .defaultZone(BootText.of(CloudValues.DEFAULT_ZONE))
                        .keyPair(BootText.of("red5pro"))
                        .securityGroup(BootText.of("live-nodes"))
                        .vpcName(BootText.of("live"))
                        .build())
                .secret(secret)
                .database(database)
                .nodePrefix("live-node")
                .guard(guard)
                .build();
    }

    /** Returns what the boot program of these settings reads. */
    static JsonNode settingsFile(StreamManagerBootSettings settings) throws IOException {
        return json(settings, "stream-manager.json");
    }

    /** Returns one of the files of these settings. */
    static JsonNode json(StreamManagerBootSettings settings, String name) throws IOException {
        BootFile file = StreamManagerBoot.files(settings).stream()
                .filter(candidate -> candidate.path().endsWith("/" + name))
                .findFirst()
                .orElseThrow();
        return new ObjectMapper().readTree(file.content().toString());
    }
}
