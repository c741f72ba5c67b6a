package io.streamfleet.test.boot;

import io.streamfleet.core.boot.AwsController;
import io.streamfleet.core.boot.BootText;
import io.streamfleet.core.boot.CloudController;
import io.streamfleet.core.boot.CloudValues;
import io.streamfleet.core.boot.GoogleController;
import io.streamfleet.test.boot.LoopbackCloud.Fault;
import java.util.List;
import java.util.Map;

/** The clouds on which the suites of this package run, with what is said differently there. */
enum TestCloud {
    AWS(LoopbackAws.REGION, "corp/streaming/stream-manager", "red5-aws-existing.yaml") {
        @Override
        LoopbackCloud loopback(String id) {
            return new LoopbackAws(id);
        }

        /** Three servers' ids. */
        @Override
        String id(int server) {
            return List.of("i-0aaaaaaaaaaaaaaa1", "i-0bbbbbbbbbbbbbbb2", "i-0ccccccccccccccc3")
                    .get(server - 1);
        }

        @Override
        String identity(int server) {
            return id(server);
        }

        @Override
        CloudController controller() {
            return AwsController.builder()
                    .region(BootText.of(LoopbackAws.REGION))
                    .defaultZone(BootText.of(CloudValues.DEFAULT_ZONE))
                    .keyPair(BootText.of("red5pro"))
                    .securityGroup(BootText.of("live-nodes"))
                    .vpcName(BootText.of("live"))
                    .build();
        }

        @Override
        Map<String, String> controllerSettings() {
            return Map.of(
                    "aws.defaultzone", "eu-central-1a",
                    "aws.operationTimeoutMilliseconds", "200000",
                    "aws.ec2KeyPairName", "operations",
                    "aws.ec2SecurityGroup", "corp-nodes",
                    "aws.defaultVPC", "false",
                    "aws.vpcName", "corp",
                    "aws.faultZoneBlockMilliseconds", "3600000");
        }

        @Override
        List<Fault.Error> passingErrors() {
            return List.of(
                    new Fault.Error(
                            400,
                            "AccessDeniedException",
                            "User: arn:aws:sts::111122223333:assumed-role/live/i-0aaaaaaaaaaaaaaa1 is not authorized to "
                                    + "perform: secretsmanager:GetSecretValue"),
                    new Fault.Error(400, "ThrottlingException", "Rate exceeded"),
                    new Fault.Error(500, "InternalServiceError", ""),
                    new Fault.Error(400, "DecryptionFailure", "no kms:Decrypt"));
        }

        @Override
        String absentSecret() {
            return "does not exist in eu-central-1; make it, see streamfleet checklist";
        }

        @Override
        String absentRole() {
            return "this server has no role yet";
        }

        @Override
        String binary() {
            return "{\"Name\": \"x\", \"SecretBinary\": \"Y2FuYXJ5\"}";
        }

        @Override
        String cut() {
            return "{\"SecretString\": \"canary";
        }

        @Override
        String storeVariable() {
            return "STREAMFLEET_SECRETSMANAGER_ENDPOINT";
        }

        @Override
        Map<String, String> metadataAt(String host) {
            return Map.of("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://" + host);
        }
    },

    GOOGLE(LoopbackGoogle.PROJECT, "corp-stream-manager", "descriptions/red5-google-existing.yaml") {
        @Override
        LoopbackCloud loopback(String id) {
            return new LoopbackGoogle(id);
        }

        @Override
        String id(int server) {
            return "471100000000000000" + server;
        }

        @Override
        String identity(int server) {
            return "gce-" + id(server);
        }

        @Override
        CloudController controller() {
            return GoogleController.builder()
                    .project(BootText.of(LoopbackGoogle.PROJECT))
                    .defaultZone(BootText.of(CloudValues.DEFAULT_ZONE))
                    .network(BootText.of("live"))
                    .build();
        }

        @Override
        Map<String, String> controllerSettings() {
            return Map.of(
                    "compute.project", "corp-project",
                    "compute.defaultzone", "europe-west1-b",
                    "compute.defaultdisk", "pd-standard",
                    "compute.network", "corp",
                    "compute.operationTimeoutMilliseconds", "200000");
        }

        @Override
        List<Fault.Error> passingErrors() {
            return List.of(
                    new Fault.Error(
                            403,
                            "PERMISSION_DENIED",
                            "Permission 'secretmanager.versions.access' denied for resource "
                                    + "'projects/corp-project/secrets/corp-stream-manager/versions/latest' (or it may not "
                                    + "exist)."),
                    new Fault.Error(429, "RESOURCE_EXHAUSTED", "Quota exceeded"),
                    new Fault.Error(500, "INTERNAL", ""),
                    new Fault.Error(503, "UNAVAILABLE", "The service is currently unavailable."));
        }

        @Override
        String absentSecret() {
            return "does not exist in corp-project or has no version; make it, see streamfleet checklist";
        }

        @Override
        String absentRole() {
            return "this server has no service account yet";
        }

        @Override
        String binary() {
            return "{\"name\": \"x\", \"payload\": {\"data\": \"//5jYW5hcnk=\"}}";
        }

        @Override
        String cut() {
            return "{\"payload\": {\"data\": \"Y2FuYXJ5";
        }

        @Override
        String storeVariable() {
            return "STREAMFLEET_SECRETMANAGER_ENDPOINT";
        }

        @Override
        Map<String, String> metadataAt(String host) {
            return Map.of("GCE_METADATA_HOST", host);
        }
    };

    private final String region;
    private final String secret;
    private final String existing;

    TestCloud(String region, String secret, String existing) {
        this.region = region;
        this.secret = secret;
        this.existing = existing;
    }

    /** The region or project of the suites. */
    String region() {
        return region;
    }

    /** Name of the tier's secret in the description with an existing database. */
    String secret() {
        return secret;
    }

    /** Name of that description. */
    String existing() {
        return existing;
    }

    /** How many settings a boot by that description writes: those of all clouds, and the controller's. */
    int settings() {
        return 10 + controllerSettings().size();
    }

    abstract LoopbackCloud loopback(String id);

    /** A server's instance id, as the metadata service says it: of server 1, 2 or 3. */
    abstract String id(int server);

    /** What becomes of it in the server's settings. */
    abstract String identity(int server);

    /** A controller for machines, which are not described. */
    abstract CloudController controller();

    /** What the description's controller sets. */
    abstract Map<String, String> controllerSettings();

    /** Errors of the secret store that may pass by themselves. */
    abstract List<Fault.Error> passingErrors();

    /** How it is said that the secret is not there. */
    abstract String absentSecret();

    /** How it is said that the server has no rights of its own. */
    abstract String absentRole();

    /** The store's answer with a secret that is no text. */
    abstract String binary();

    /** The store's answer, cut off in the secret. */
    abstract String cut();

    /** The variable that leads the programs to another secret store. */
    abstract String storeVariable();

    /** The variable that leads the programs to another metadata service, here at a host and port. */
    abstract Map<String, String> metadataAt(String host);
}
