/**
 * Synthesises descriptions: plans to CDK stacks, and their templates to a folder that is either the new whole or the old
 * one. The only package of this module that knows the CDK, so that the commands without it start without it.
 */
package io.streamfleet.stacks.synth;
