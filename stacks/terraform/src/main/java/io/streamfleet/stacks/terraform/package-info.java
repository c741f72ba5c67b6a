/**
 * The part of the app that synthesises for the clouds that go by Terraform. A module of its own, so that who deploys to
 * AWS neither builds nor loads Terraform bindings; the app finds it by {@link java.util.ServiceLoader}.
 */
package io.streamfleet.stacks.terraform;
