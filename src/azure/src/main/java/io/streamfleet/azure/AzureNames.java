package io.streamfleet.azure;

import io.streamfleet.terraform.NameRule;

/** The names of resources, which all begin with the deployment's, by what Azure takes for their kind. */
final class AzureNames {
    /**
     * Most resources of the network.
     *
     * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules">Naming rules</a>
     */
    static final NameRule RESOURCE = NameRule.hyphens("name", 1, 80);

    /** The name of an identity. */
    static final NameRule IDENTITY = NameRule.hyphens("identity", 3, 128);

    /** The name of a web application firewall's policy, which takes letters and digits alone. */
    static final NameRule POLICY = new NameRule("policy", 1, 128, "");

    /** The name of a MySQL server, which is a host name in all of Azure. */
    static final NameRule DATABASE = NameRule.hyphens("database server", 3, 63);

    /** The name of a scale set of Linux servers, with which theirs begin. */
    static final NameRule SCALE_SET = NameRule.hyphens("scale set", 1, 58);

    private AzureNames() {}
}
