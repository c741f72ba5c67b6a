package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Aws;
import java.util.Optional;

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

    /** Returns what is wrong with where the resource is, when that is neither the deployment's region nor partition. */
    Optional<Violation> misplaced(Violation at, String what, Aws aws) {
        if (!region.equals(aws.region())) {
            return Optional.of(at.given("a " + what + " in " + region).allowed("in aws.region (" + aws.region() + ")"));
        }
        return Optional.of(at.given("an ARN of partition " + partition)
                        .allowed("of " + partitionOf(region) + ", the partition of " + region))
                .filter(violation -> !partition.equals(partitionOf(region)));
    }

    /** Returns what is wrong with whose the resource is, when the deployment's account is given and another. */
    Optional<Violation> ofAnother(Violation at, String what, Aws aws) {
        return aws.account()
                .filter(own -> !own.equals(account))
                .map(own -> at.given("a " + what + " of account " + account).allowed("of aws.account (" + own + ")"));
    }

    /** Returns the partition that a region belongs to. */
    private static String partitionOf(String region) {
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
