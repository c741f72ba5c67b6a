/**
 * What is to be built, still without a cloud: tiers with their boot files, the flows between the parts, the entry, the
 * database and what costs money. Every firewall rule of every cloud is derived from the plan's flows alone.
 */
package io.streamfleet.core.plan;
