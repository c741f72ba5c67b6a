/**
 * What is refused across a description's keys, one rule a file, each named for what it protects. The bounds of single
 * keys belong to the records; what only a cloud knows belongs to the constructs. {@code docs/rules.md} lists them all.
 */
package io.streamfleet.core.rules;
