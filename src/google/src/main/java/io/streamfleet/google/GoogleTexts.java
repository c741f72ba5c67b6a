package io.streamfleet.google;

/** Allow-lists of texts that are Google's own, with the words that error messages use for them. */
final class GoogleTexts {
    /** The name of most resources (RFC 1035 labels): https://cloud.google.com/compute/docs/naming-resources. */
    static final String NAME = "[a-z]([-a-z0-9]{0,61}[a-z0-9])?";

    static final String NAME_IS =
            "1 to 63 lower-case letters, digits and hyphens, a letter first and no hyphen last, such as live";

    private GoogleTexts() {}
}
