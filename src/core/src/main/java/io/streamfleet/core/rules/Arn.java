package io.streamfleet.core.rules;

/**
 * The parts of an Amazon Resource Name that say where the resource is.
 *
 * @param partition {@code aws}, {@code aws-cn}, {@code aws-us-gov}, …
 * @param region the region
 * @param account the account's 12 digits
 */
record Arn(String partition, String region, String account) {
    /** Reads an ARN that has passed its record's allow-list. */
    static Arn of(String text) {
        String[] parts = text.split(":", 6);
        return new Arn(parts[1], parts[3], parts[4]);
    }

    /** Returns the partition that a region belongs to. */
    static String partitionOf(String region) {
        if (region.startsWith("cn-")) {
            return "aws-cn";
        }
        if (region.startsWith("us-gov-")) {
            return "aws-us-gov";
        }
        if (region.startsWith("us-iso-")) {
            return "aws-iso";
        }
        if (region.startsWith("us-isob-")) {
            return "aws-iso-b";
        }
        if (region.startsWith("us-isof-") || region.startsWith("eu-isoe-")) {
            return region.startsWith("us-") ? "aws-iso-f" : "aws-iso-e";
        }
        return region.startsWith("eusc-") ? "aws-eusc" : "aws";
    }
}
