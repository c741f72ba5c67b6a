/**
 * The command line and the apps of the {@code cdk} and {@code cdktf} commands.
 *
 * <p>One command one class, each a thin reader of its arguments; what it does is in core and in the cloud's module. May
 * depend on every module; no module depends on it.
 */
package io.streamfleet.stacks;
