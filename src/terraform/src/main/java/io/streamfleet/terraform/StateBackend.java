package io.streamfleet.terraform;

import static java.util.Objects.requireNonNull;

import com.hashicorp.cdktf.AzurermBackend;
import com.hashicorp.cdktf.AzurermBackendConfig;
import com.hashicorp.cdktf.GcsBackend;
import com.hashicorp.cdktf.GcsBackendConfig;
import com.hashicorp.cdktf.LocalBackend;
import com.hashicorp.cdktf.LocalBackendConfig;
import com.hashicorp.cdktf.S3Backend;
import com.hashicorp.cdktf.S3BackendConfig;
import com.hashicorp.cdktf.TerraformStack;
import io.streamfleet.core.spec.Backend;
import io.streamfleet.core.spec.ClusterSpec;

/**
 * Says where Terraform keeps the state of a deployment. Credentials are never part of it: Terraform takes them as
 * usual.
 */
public sealed interface StateBackend {
    /**
     * Declares the backend of a stack, which has none yet.
     *
     * @param name the stack's name in its app
     */
    void declareOn(TerraformStack stack, String name);

    /** Returns the backend that a description names. */
    static StateBackend of(Backend backend) {
        if (backend instanceof Backend.Gcs gcs) {
            return new Gcs(gcs.bucket(), gcs.prefix().orElse(""));
        }
        if (backend instanceof Backend.Azurerm azurerm) {
            return new Azurerm(
                    azurerm.resourceGroup(),
                    azurerm.storageAccount(),
                    azurerm.container(),
                    azurerm.key().orElse(""));
        }
        if (backend instanceof Backend.S3 s3) {
            return new S3(s3.bucket(), s3.region(), s3.key().orElse(""));
        }
        return local();
    }

    /** Returns the backend of a description, which keeps state in a file where it names none. */
    static StateBackend of(ClusterSpec spec) {
        return spec.backend().map(StateBackend::of).orElseGet(StateBackend::local);
    }

    /** Returns the backend that keeps state in a file beside the output folder. */
    static StateBackend local() {
        return new Local();
    }

    /** Returns the backend that keeps state in a bucket of Google Cloud Storage, in a folder named after the stack. */
    static StateBackend gcs(String bucket) {
        return new Gcs(bucket, "");
    }

    /** Returns the backend that keeps state in a blob named after the stack. */
    static StateBackend azurerm(String resourceGroup, String storageAccount, String container) {
        return new Azurerm(resourceGroup, storageAccount, container, "");
    }

    /** Returns the backend that keeps state in an object of S3 named after the stack. */
    static StateBackend s3(String bucket, String region) {
        return new S3(bucket, region, "");
    }

    /**
     * A file {@code terraform.STACK.tfstate} beside the output folder. The path is relative to the stack's own folder,
     * where Terraform runs: cdktf's default writes the absolute path of the machine, and within the output folder the
     * state would go when the output is removed.
     */
    record Local() implements StateBackend {
        @Override
        public void declareOn(TerraformStack stack, String name) {
            new LocalBackend(
                    stack,
                    LocalBackendConfig.builder()
                            .path("../../../terraform." + name + ".tfstate")
                            .build());
        }
    }

    /**
     * A bucket of Google Cloud Storage, which locks by itself.
     *
     * @param bucket the bucket's name
     * @param prefix folder in the bucket. Default: {@code streamfleet/STACK}
     */
    record Gcs(String bucket, String prefix) implements StateBackend {
        public Gcs {
            given("gcs", "bucket", bucket);
            requireNonNull(prefix, "prefix");
        }

        @Override
        public void declareOn(TerraformStack stack, String name) {
            new GcsBackend(
                    stack,
                    GcsBackendConfig.builder()
                            .bucket(TerraformText.literal(bucket))
                            .prefix(TerraformText.literal(or(prefix, path(name))))
                            .build());
        }
    }

    /**
     * A blob of Azure, which locks by itself.
     *
     * @param resourceGroup the group of the storage account
     * @param storageAccount the storage account's name
     * @param container the container's name
     * @param key the blob's name. Default: {@code streamfleet/STACK.tfstate}
     */
    record Azurerm(String resourceGroup, String storageAccount, String container, String key) implements StateBackend {
        public Azurerm {
            given("azurerm", "resourceGroup", resourceGroup);
            given("azurerm", "storageAccount", storageAccount);
            given("azurerm", "container", container);
            requireNonNull(key, "key");
        }

        @Override
        public void declareOn(TerraformStack stack, String name) {
            new AzurermBackend(
                    stack,
                    AzurermBackendConfig.builder()
                            .resourceGroupName(TerraformText.literal(resourceGroup))
                            .storageAccountName(TerraformText.literal(storageAccount))
                            .containerName(TerraformText.literal(container))
                            .key(TerraformText.literal(or(key, path(name) + ".tfstate")))
                            .build());
        }
    }

    /**
     * An object of S3, encrypted, with a lock file beside it instead of the table that Terraform has deprecated.
     *
     * @param bucket the bucket's name
     * @param region the bucket's region
     * @param key the object's name. Default: {@code streamfleet/STACK.tfstate}
     */
    record S3(String bucket, String region, String key) implements StateBackend {
        public S3 {
            given("s3", "bucket", bucket);
            given("s3", "region", region);
            requireNonNull(key, "key");
        }

        @Override
        public void declareOn(TerraformStack stack, String name) {
            new S3Backend(
                    stack,
                    S3BackendConfig.builder()
                            .bucket(TerraformText.literal(bucket))
                            .region(TerraformText.literal(region))
                            .key(TerraformText.literal(or(key, path(name) + ".tfstate")))
                            .encrypt(true)
                            .build());
            // Terraform 1.10 brought it, after the last cdktf.
            stack.addOverride("terraform.backend.s3.use_lockfile", true);
        }
    }

    private static String path(String name) {
        return "streamfleet/" + name;
    }

    private static String or(String given, String otherwise) {
        return given.isEmpty() ? otherwise : given;
    }

    private static void given(String backend, String key, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("backend." + backend + "." + key + ": must be given");
        }
    }
}
