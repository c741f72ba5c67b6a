package io.streamfleet.core.plan;

import io.streamfleet.core.spec.Nodes;

/**
 * The nodes that a tier's servers launch by themselves.
 *
 * @param nodes what the description says of them
 * @param tier key of the tier that launches them
 * @param networkName name of the network, by which the controller finds it
 * @param firewallName name of what holds the nodes' ways in, by which the controller finds it on AWS: their security group
 * @param policyName name of the scale policy and the launch configuration
 */
public record FleetPlan(Nodes nodes, String tier, String networkName, String firewallName, String policyName) {}
