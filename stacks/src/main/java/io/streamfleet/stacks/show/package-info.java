/** Shows a plan: as tables, as JSON, as a diagram. Reads core's plan and nothing else. */
package io.streamfleet.stacks.show;
