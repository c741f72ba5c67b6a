package io.streamfleet.test.boot;

import io.streamfleet.core.boot.AwsController;
import io.streamfleet.core.boot.AzureController;
import io.streamfleet.core.boot.BootDocument;
import io.streamfleet.core.boot.BootText;
import io.streamfleet.core.boot.CloudController;
import io.streamfleet.core.boot.CloudValues;
import io.streamfleet.core.boot.GoogleController;
import io.streamfleet.test.boot.LoopbackCloud.Fault;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The clouds on which the suites of this package run, with what is said differently there. */
enum TestCloud {
    AWS(
            "corp/streaming/stream-manager",
            LoopbackAws.PASSING_ERRORS,
            Map.of(
                    Said.ABSENT_SECRET, "does not exist in eu-central-1; make it, see streamfleet checklist",
                    Said.ABSENT_ROLE, "this server has no role yet",
                    Said.BINARY, "{\"Name\": \"x\", \"SecretBinary\": \"Y2FuYXJ5\"}",
                    Said.CUT, "{\"SecretString\": \"canary",
                    Said.STORE_VARIABLE, "STREAMFLEET_SECRETSMANAGER_ENDPOINT")) {
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
        BootDocument existing() {
            return Descriptions.document(Descriptions.shipped("red5-aws-existing.yaml"));
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
        Map<String, String> metadataAt(String host) {
            return Map.of("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://" + host);
        }
    },

    GOOGLE(
            "corp-stream-manager",
            LoopbackGoogle.PASSING_ERRORS,
            Map.of(
                    Said.ABSENT_SECRET,
                            "does not exist in corp-project or has no version; make it, see streamfleet checklist",
                    Said.ABSENT_ROLE, "this server has no service account yet",
                    Said.BINARY, "{\"name\": \"x\", \"payload\": {\"data\": \"//5jYW5hcnk=\"}}",
                    Said.CUT, "{\"payload\": {\"data\": \"Y2FuYXJ5",
                    Said.STORE_VARIABLE, "STREAMFLEET_SECRETMANAGER_ENDPOINT")) {
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
        BootDocument existing() {
            return Descriptions.document(Tool.resource(Descriptions.GOOGLE));
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
        Map<String, String> metadataAt(String host) {
            return Map.of("GCE_METADATA_HOST", host);
        }
    },

    AZURE(
            "corp-stream-manager",
            LoopbackAzure.PASSING_ERRORS,
            Map.of(
                    Said.ABSENT_SECRET, "does not exist in corp.vault.azure.net; make it, see streamfleet checklist",
                    Said.ABSENT_ROLE, "instance metadata identity/oauth2/token: invalid_request Identity not found",
                    Said.BINARY, "{\"id\": \"https://corp.vault.azure.net/secrets/x/1\"}",
                    Said.CUT, "{\"value\": \"canary",
                    Said.STORE_VARIABLE, "STREAMFLEET_VAULT_ENDPOINT")) {
        @Override
        LoopbackCloud loopback(String id) {
            return new LoopbackAzure(id);
        }

        @Override
        String id(int server) {
            return "02aab8a4-74ef-476e-8182-f6d2ba41000" + server;
        }

        @Override
        String identity(int server) {
            return id(server);
        }

        @Override
        BootDocument existing() {
            return Descriptions.document(this, "10.60.0.3", 3307, "corp-node");
        }

        @Override
        CloudController controller() {
            return AzureController.builder()
                    .vault(BootText.of("https://" + LoopbackAzure.VAULT))
                    .identity(BootText.of(CloudValues.IDENTITY))
                    .subscription(BootText.of("00000000-0000-4000-8000-000000000001"))
                    .resourceGroup(BootText.of("corp"))
                    .location(BootText.of("westeurope"))
                    .resourcePrefix("corp")
                    .tenant(BootText.of("00000000-0000-4000-8000-000000000002"))
                    .client(BootText.of("00000000-0000-4000-8000-000000000003"))
                    .build();
        }

        @Override
        Map<String, String> controllerSettings() {
            var settings = new TreeMap<String, String>();
            settings.put("instancecontroller.newNodePingTimeThreshold", "200000");
            settings.put("instancecontroller.nodeGroupStateToleranceTime", "500000");
            settings.put("instancecontroller.nodeStateToleranceTime", "500000");
            settings.put("az.resourceGroupName", "corp");
            settings.put("az.resourceGroupRegion", "westeurope");
            settings.put("az.resourceNamePrefix", "corp");
            settings.put("az.clientId", "00000000-0000-4000-8000-000000000003");
            settings.put("az.clientKey", Secrets.CLIENT_KEY);
            settings.put("az.tenantId", "00000000-0000-4000-8000-000000000002");
            settings.put("az.subscriptionId", "00000000-0000-4000-8000-000000000001");
            settings.put("az.vmUsername", "ubuntu");
            settings.put("az.vmPassword", Secrets.VM_PASSWORD);
            settings.put("az.defaultSubnetName", "default");
            settings.put("az.operationTimeoutMilliseconds", "120000");
            settings.put("az.quickOperationResponse", "true");
            settings.put("az.quickResponseCheckInitialDelay", "20000");
            settings.put("az.apiLogLevel", "BASIC");
            return settings;
        }

        @Override
        List<String> secretKeys() {
            return List.of("clientKey", "vmPassword");
        }

        @Override
        Map<String, String> metadataAt(String host) {
            return Map.of("STREAMFLEET_METADATA_ENDPOINT", "http://" + host);
        }
    };

    /** Texts that differ by cloud. */
    private enum Said {
        ABSENT_SECRET,
        ABSENT_ROLE,
        BINARY,
        CUT,
        STORE_VARIABLE
    }

    private final String secret;
    private final List<Fault.Error> passingErrors;
    private final Map<Said, String> said;

    TestCloud(String secret, List<Fault.Error> passingErrors, Map<Said, String> said) {
        this.secret = secret;
        this.passingErrors = passingErrors;
        this.said = said;
    }

    /** Name of the tier's secret in the description with an existing database. */
    String secret() {
        return secret;
    }

    /** How many settings a boot by that description writes: those of all clouds, and the controller's. */
    int settings() {
        return 10 + controllerSettings().size();
    }

    /** Keys that the tier's secret must have beside those of all clouds. */
    List<String> secretKeys() {
        return List.of();
    }

    /** Boot of a description with an existing database. */
    abstract BootDocument existing();

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
    List<Fault.Error> passingErrors() {
        return passingErrors;
    }

    /** How it is said that the secret is not there. */
    String absentSecret() {
        return said.get(Said.ABSENT_SECRET);
    }

    /** How it is said that the server has no rights of its own. */
    String absentRole() {
        return said.get(Said.ABSENT_ROLE);
    }

    /** The store's answer with a secret that is no text. */
    String binary() {
        return said.get(Said.BINARY);
    }

    /** The store's answer, cut off in the secret. */
    String cut() {
        return said.get(Said.CUT);
    }

    /** The variable that leads the programs to another secret store. */
    String storeVariable() {
        return said.get(Said.STORE_VARIABLE);
    }

    /** The variable that leads the programs to another metadata service, here at a host and port. */
    abstract Map<String, String> metadataAt(String host);
}
