/**
 * The documents from which a Stream Manager 1.x launches its nodes: scale policy, launch configuration, node group, as
 * its REST API 3.1 and 4.0 take them. May depend on the description and on Jackson.
 */
package io.streamfleet.core.nodes;
