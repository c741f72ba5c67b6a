package io.streamfleet.core.spec;

import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Example;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.OneOf;
import java.util.Optional;

/** Where Terraform keeps a deployment's state. Credentials are never part of it: Terraform takes them as usual. */
@OneOf
public sealed interface Backend permits Backend.Local, Backend.Gcs, Backend.Azurerm, Backend.S3 {
    /** A file. */
    @Doc("A file terraform.NAME.tfstate beside the output folder.")
    record Local() implements Backend {}

    /** A bucket of Google Cloud Storage. */
    @Doc("A bucket of Google Cloud Storage.")
    record Gcs(
            @Doc("Name of the bucket.")
            @Matches(
                    value = "[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]",
                    is = "a bucket's name: 3 to 63 lower-case letters, digits, dots, hyphens and underscores")
            @Example("example-state")
            String bucket,

            @Doc("Folder in the bucket. Default: streamfleet/NAME.") @Matches(value = KEY, is = KEY_IS)
            Optional<String> prefix)
            implements Backend {
        public Gcs {
            new Check(Gcs.class, bucket, prefix).orThrow();
        }
    }

    /** A blob of an Azure storage account. */
    @Doc("A blob of an Azure storage account.")
    record Azurerm(
            @Doc("Resource group of the storage account.")
            @Matches(value = AzureIds.GROUP, is = AzureIds.GROUP_IS)
            @Example("state")
            String resourceGroup,

            @Doc("Name of the storage account.")
            @Matches(value = "[a-z0-9]{3,24}", is = "a storage account's name: 3 to 24 lower-case letters and digits")
            @Example("examplestate")
            String storageAccount,

            @Doc("Name of the container.")
            @Matches(
                    value = "(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*",
                    is = "a container's name: 3 to 63 lower-case letters, digits and single hyphens")
            @Example("state")
            String container,

            @Doc("Name of the blob. Default: streamfleet/NAME.tfstate.") @Matches(value = KEY, is = KEY_IS)
            Optional<String> key)
            implements Backend {
        public Azurerm {
            new Check(Azurerm.class, resourceGroup, storageAccount, container, key).orThrow();
        }
    }

    /** An object of S3. */
    @Doc("An object of S3, with a lock file beside it.")
    record S3(
            @Doc("Name of the bucket.")
            @Matches(
                    value = "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]",
                    is = "a bucket name: 3 to 63 lower-case letters, digits, dots and hyphens")
            @Example("example-state")
            String bucket,

            @Doc("Region of the bucket.")
            @Matches(value = "[a-z]{2,4}(-[a-z]+)+-[0-9]", is = "a region of AWS, such as us-east-1")
            @Example("us-east-1")
            String region,

            @Doc("Name of the object. Default: streamfleet/NAME.tfstate.") @Matches(value = KEY, is = KEY_IS)
            Optional<String> key)
            implements Backend {
        public S3 {
            new Check(S3.class, bucket, region, key).orThrow();
        }
    }

    /** Allow-list of the place within a backend. */
    String KEY = "[A-Za-z0-9][A-Za-z0-9._=-]*(/[A-Za-z0-9][A-Za-z0-9._=-]*)*";

    /** What that place is, in words. */
    String KEY_IS = "a path of letters, digits and ._=-, without a slash first or last, such as live/state";
}
