package io.streamfleet.google;

import io.streamfleet.terraform.NameRule;

/** The names of resources, which all begin with the deployment's, by what Google takes for their kind. */
final class GoogleNames {
    /**
     * Most resources of Compute Engine.
     *
     * @see <a href="https://cloud.google.com/compute/docs/naming-resources">Naming resources</a>
     */
    static final NameRule RESOURCE = NameRule.hyphens("name", 1, 63);

    /**
     * The beginning of an instance template's name, without its last hyphen: the provider adds at least nine digits to
     * a prefix of at most 54 characters.
     */
    static final NameRule TEMPLATE = NameRule.hyphens("instance template", 1, 53);

    /** The beginning of a server's name, to which a group adds a hyphen and four characters. */
    static final NameRule SERVER = NameRule.hyphens("server", 1, 58);

    /** A role of a project, whose id takes no hyphen: https://cloud.google.com/iam/docs/creating-custom-roles. */
    static final NameRule ROLE = new NameRule("custom role", 3, 64, "_");

    private GoogleNames() {}
}
