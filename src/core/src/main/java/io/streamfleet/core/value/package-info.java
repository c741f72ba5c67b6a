/** Values with a grammar of their own: address ranges, ports, durations, texts that are allow-listed. */
package io.streamfleet.core.value;
