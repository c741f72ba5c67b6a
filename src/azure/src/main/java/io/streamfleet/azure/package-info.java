/**
 * CDKTF constructs of a streaming cluster on Azure: each is created with a scope, an id and props, creates its children
 * under itself, and can be used alone in anyone's stack, which brings the providers. The words are those of the
 * constructs on AWS.
 *
 * <p>Knows {@code io.streamfleet.core}, {@code io.streamfleet.terraform} and the bindings of azurerm and time, no other
 * cloud. Nothing is looked up at synthesis: what exists comes in by its id. Texts are escaped where they enter a resource,
 * by {@link io.streamfleet.terraform.TerraformText}, unless an allow-list has kept Terraform's sequences out of them.
 */
package io.streamfleet.azure;
