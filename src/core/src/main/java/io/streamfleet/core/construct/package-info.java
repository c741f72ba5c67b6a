/**
 * What the constructs of all clouds have in common, without any cloud's SDK: settings that their props hold, checks of
 * those and of plans, and outputs of stacks.
 */
package io.streamfleet.core.construct;
