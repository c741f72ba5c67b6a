/**
 * What must exist before a deployment, what it costs, and how it is taken down: read from the description, with the
 * commands of the cloud's own tool. Asks no cloud and holds no secret.
 */
package io.streamfleet.stacks.checklist;
