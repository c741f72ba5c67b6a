/**
 * What the Google and Azure constructs share: texts that Terraform must not evaluate, names within a cloud's limits,
 * labels and tags, where state is kept, lifecycles, secrets that pass by state and plan, outputs with stable names.
 *
 * <p>Knows {@code io.streamfleet.core} and cdktf, and no provider. All imports of {@code com.hashicorp.cdktf} lie in
 * this package, in the packages of the two clouds and in the bindings, so that the move to cdktf's continuation is a
 * rename.
 */
package io.streamfleet.terraform;
