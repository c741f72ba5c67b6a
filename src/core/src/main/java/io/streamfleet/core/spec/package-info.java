/**
 * The description of a deployment as immutable records. Annotations of {@code io.streamfleet.core.shape} declare every
 * key, default and bound once: the reader, the JSON Schema and Java callers of the constructors follow them.
 */
package io.streamfleet.core.spec;
