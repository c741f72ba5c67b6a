package io.streamfleet.stacks.checklist;

import io.streamfleet.core.spec.Azure;
import io.streamfleet.core.spec.AzureApplication;
import io.streamfleet.core.spec.AzureResourceGroup;
import java.util.List;
import java.util.Optional;

/** What a Red5 Pro cluster on Azure needs beforehand. */
final class AzureItems implements TerraformItems {
    private static final String ENCRYPTION = "--namespace Microsoft.Compute --name EncryptionAtHost";

    private final Subject subject;
    private final Azure azure;
    private final AzureCli cli;

    AzureItems(Subject subject) {
        this.subject = subject;
        this.azure = (Azure) subject.plan().spec().cloud();
        this.cli = new AzureCli(azure.subscription());
    }

    @Override
    public Subject subject() {
        return subject;
    }

    @Override
    public String place() {
        return "Azure, " + azure.location();
    }

    @Override
    public Item account() {
        Item.Builder item = Item.about("The subscription")
                .words("Terraform deploys as whoever is logged in here; this must print Enabled and "
                        + azure.controller().tenantId() + ":")
                .command(cli.global("login --output none"))
                .command(cli.command("account show" + AzureCli.printing("state", "tenantId")));
        resourceGroup(item);
        return item.words("Disks are encrypted at the servers' hosts, a feature of the subscription; this must print"
                        + " Registered:")
                .command(cli.command("feature show " + ENCRYPTION + AzureCli.printing("properties.state")))
                .words("Else, once for all deployments; it takes some minutes:")
                .command(cli.command("feature register " + ENCRYPTION + " --output none"))
                .command(cli.command("provider register --namespace Microsoft.Compute"))
                .words(
                        "Resource providers are registered by Terraform. Where you may not do that in the subscription, these"
                                + " are registered for you beforehand; each must print Registered:")
                .command("for provider in " + String.join(" ", Azure.RESOURCE_PROVIDERS) + "; do\n  "
                        + cli.command(
                                "provider show --namespace \"$provider\"" + AzureCli.printing("registrationState"))
                        + "\ndone")
                .build();
    }

    private void resourceGroup(Item.Builder item) {
        String group = azure.resourceGroup().name();
        if (azure.resourceGroup() instanceof AzureResourceGroup.Create) {
            item.words(
                    "The resource group " + group + " is made with the deployment. It gives roles, so whoever deploys"
                            + " must be Owner of the subscription, or Contributor and User Access Administrator.");
            return;
        }
        item.words("It gives roles in the resource group " + group
                        + " and at the key vault, so these must print Owner, or Contributor and User Access Administrator;"
                        + " the first, that the group is there:")
                .command(cli.command("group show --name " + Shell.word(group) + AzureCli.printing("location")))
                .command(cli.command("role assignment list --include-inherited --include-groups --resource-group "
                        + Shell.word(group) + " --assignee \"$(az ad signed-in-user show" + AzureCli.printing("id")
                        + ")\"" + AzureCli.printing("[].roleDefinitionName")));
    }

    @Override
    public Item servers() {
        return AzureImages.servers(cli, azure, subject.tier());
    }

    @Override
    public Item nodes() {
        return AzureImages.nodes(cli, azure, subject.fleet());
    }

    @Override
    public Optional<Item> keys() {
        return Optional.of(Item.about("The SSH key")
                .words(
                        "Azure asks a public key of every server; the description has it. Whoever has its private half logs in"
                                + " as azureuser, from the ranges of sshFrom alone. A new pair:")
                .command("ssh-keygen -t ed25519 -C operator -f " + subject.name() + "-key")
                .build());
    }

    @Override
    public List<Item> beforeSecret() {
        return List.of(AzureVault.item(azure.keyVault()), application());
    }

    private Item application() {
        AzureApplication controller = azure.controller();
        return Item.about("The application that launches nodes")
                .words("The Stream Managers' controller signs in as it. This must print " + controller.clientId()
                        + " and " + controller.objectId()
                        + ", the second of which is its service principal's, not its own:")
                .command(cli.global("ad sp show --id " + controller.clientId() + AzureCli.printing("appId", "id")))
                .words("Where there is none yet, this prints the clientId, and with it the second the objectId:")
                .command(cli.global(
                        "ad app create --display-name " + subject.name() + "-controller" + AzureCli.printing("appId")))
                .command(cli.global("ad sp create --id CLIENT_ID" + AzureCli.printing("id")))
                .words(
                        "It needs no role beforehand: the deployment lets it launch and end machines in the resource group "
                                + azure.resourceGroup().name() + " alone.")
                .build();
    }

    /** The controller's own key ends some day; the nodes' user needs a password of three kinds of characters. */
    @Override
    public Item secret() {
        String key = "$(az ad app credential reset --append --only-show-errors --years 1 --display-name "
                + subject.name() + " --id " + azure.controller().clientId() + AzureCli.printing("password") + ")";
        return new TierSecret(
                        subject,
                        List.of(
                                TierSecret.databasePassword(subject, TierSecret.STRONG),
                                new TierSecret.Value(
                                        "clientKey",
                                        "of the application above: a new key, which ends after a year; the command makes it",
                                        key),
                                new TierSecret.Value(
                                        "vmPassword",
                                        "of the nodes' user "
                                                + azure.controller().vmUser() + ": 12 to 72 characters, of three kinds",
                                        TierSecret.STRONG)))
                .item(
                        List.of(),
                        cli.command("keyvault secret set --vault-name "
                                + azure.keyVault().name() + " --name "
                                + subject.tier().secretName() + " --file "
                                + TierSecret.FILE
                                + " --encoding utf-8 --content-type application/json --output none"));
    }

    /** A bucket of Google's is of no project that the description knows. */
    @Override
    public String gcloud(String rest) {
        return "gcloud " + rest;
    }

    @Override
    public Surroundings surroundings() {
        return new AzureSurroundings(subject, cli);
    }

    @Override
    public String slowest() {
        return "Database and gateway take longest, 10 to 20 minutes.";
    }

    @Override
    public int statusWithoutServers() {
        return 502;
    }

    @Override
    public void takeDown(Item.Builder item) {
        AzureTakeDown.add(item, this, cli);
    }
}
