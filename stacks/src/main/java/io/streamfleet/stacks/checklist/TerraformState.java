package io.streamfleet.stacks.checklist;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.spec.Backend;
import java.util.function.UnaryOperator;

/** Where Terraform keeps the state of a deployment: what must be there before the first run. */
final class TerraformState {
    private TerraformState() {}

    /**
     * Returns the item.
     *
     * @param gcloud makes a command for the project in which a bucket of Google's would be made
     */
    static Item item(ClusterPlan plan, UnaryOperator<String> gcloud) {
        Item.Builder item = Item.about("Terraform's state");
        Backend backend = plan.spec().backend().orElseGet(Backend.Local::new);
        if (backend instanceof Backend.Gcs gcs) {
            String bucket = "gs://" + gcs.bucket();
            return item.words("In a bucket, which must exist, with versions kept; this must print True:")
                    .command("gcloud storage buckets describe " + bucket + GoogleCli.printing("versioning_enabled"))
                    .words("Where there is none yet:")
                    .command(gcloud.apply("storage buckets create " + bucket + " --location "
                            + (plan.cloud() == Cloud.GOOGLE
                                    ? plan.spec().cloud().regions().get(0)
                                    : "LOCATION")
                            + " --uniform-bucket-level-access --public-access-prevention"))
                    .command("gcloud storage buckets update " + bucket + " --versioning")
                    .build();
        }
        if (backend instanceof Backend.S3 s3) {
            return item.words("In a bucket of AWS, which must exist, with versions kept; this must print Enabled:")
                    .command("aws --region " + s3.region() + " s3api get-bucket-versioning --bucket " + s3.bucket()
                            + " --query Status --output text")
                    .build();
        }
        if (backend instanceof Backend.Azurerm azurerm) {
            return item.words("In a container of Azure, which must exist; this must print its name:")
                    .command("az storage container show --auth-mode login --account-name " + azurerm.storageAccount()
                            + " --name " + azurerm.container() + " --query name --output tsv")
                    .words("Where there is none yet:")
                    .command(
                            "az storage account create --name " + azurerm.storageAccount() + " --resource-group "
                                    + Shell.word(azurerm.resourceGroup())
                                    + " --sku Standard_ZRS --min-tls-version TLS1_2 --allow-blob-public-access false --output none")
                    .command("az storage account blob-service-properties update --account-name "
                            + azurerm.storageAccount() + " --enable-versioning true --output none")
                    .command("az storage container create --auth-mode login --account-name " + azurerm.storageAccount()
                            + " --name " + azurerm.container())
                    .build();
        }
        return item.words("In the file terraform." + plan.name()
                        + ".tfstate beside cdktf.out, on this machine alone: keep"
                        + " it, since without it Terraform knows nothing of what it made. Where others deploy too, name a"
                        + " backend.")
                .build();
    }
}
