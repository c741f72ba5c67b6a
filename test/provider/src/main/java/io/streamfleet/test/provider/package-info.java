/**
 * Terraform run offline: a provider that serves the real providers' schemas over Terraform's plugin protocol, and has no
 * cloud behind it. It plans what is configured, and makes up what a cloud would compute.
 *
 * <p>What passes here is <em>schema-valid</em>: Terraform took it against the real schemas, evaluated every reference and
 * ordered every step. It is not known to be deployable. Schemas hold neither the real provider's default values, which
 * this one does not know, nor its own checks, of which it has those that {@link
 * io.streamfleet.test.provider.Refusals} names, nor which changes replace a resource, which a list says.
 *
 * <p>Depends on gRPC, MessagePack and Jackson, and on nothing of streamfleet.
 */
package io.streamfleet.test.provider;
