/**
 * How a description's text becomes records: annotations that declare keys, defaults and bounds on record components,
 * the reader that binds YAML nodes to them with line and column, and the JSON Schema made from the same declarations.
 */
package io.streamfleet.core.shape;
