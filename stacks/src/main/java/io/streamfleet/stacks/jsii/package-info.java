/**
 * The process of Node in which the CDK and CDKTF run: how it is started, and how this one speaks with it. Knows jsii, and of
 * what runs there only what jsii itself needs.
 */
package io.streamfleet.stacks.jsii;
