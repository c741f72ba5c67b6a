package io.streamfleet.stacks.checklist;

/**
 * Writes commands of the AWS CLI.
 *
 * @param region the region they go to
 */
record AwsCli(String region) {
    /** Returns a command for the region. */
    String command(String rest) {
        return inRegion(region, rest);
    }

    /** Returns a command for a region of one's choice. */
    String inRegion(String other, String rest) {
        return "aws --region " + other + " " + rest;
    }

    /** Returns a command of a service that has no regions. */
    String global(String rest) {
        return "aws " + rest;
    }

    /** The partition that the region belongs to: the second part of ARNs. */
    String partition() {
        if (region.startsWith("cn-")) {
            return "aws-cn";
        }
        return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }
}
