/**
 * Which paths of a product the public may use, in the words of no cloud: each cloud's entry turns the rules into its own,
 * so that the same paths are open on all of them.
 */
package io.streamfleet.core.paths;
