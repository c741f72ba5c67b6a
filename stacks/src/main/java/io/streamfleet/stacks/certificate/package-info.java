/**
 * What the {@code certificate} commands do: read a chain and its key, check them as a client will, and write them in the
 * form in which a cloud takes them. Rests on the JDK alone: knows no cloud SDK and no CDK.
 *
 * <p>Neither keys nor passwords are in any message of this package.
 */
package io.streamfleet.stacks.certificate;
