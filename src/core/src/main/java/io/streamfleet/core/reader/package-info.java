/** Reads descriptions: text to {@code ClusterSpec}, checked by every rule, with the place of whatever is wrong. */
package io.streamfleet.core.reader;
