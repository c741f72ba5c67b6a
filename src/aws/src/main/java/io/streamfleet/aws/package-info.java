/**
 * CDK constructs of a streaming cluster on AWS: each is created with a scope, an id and props, creates its children under
 * itself, and can be used alone in anyone's stack.
 *
 * <p>Knows {@code io.streamfleet.core} and the AWS CDK, no other cloud. Nothing is looked up at synthesis: what exists
 * comes in by id. Security groups are created closed, and {@link io.streamfleet.aws.FlowRules} alone opens them.
 */
package io.streamfleet.aws;
