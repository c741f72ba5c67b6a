/** How a command ends with words for the user; every other package of this module may know it, and it knows none. */
package io.streamfleet.stacks.refusal;
