/**
 * What the {@code nodes} commands do: show the documents of a fleet, write them, and bring a Stream Manager to what they
 * say. Knows no cloud SDK and no CDK.
 */
package io.streamfleet.stacks.nodes;
