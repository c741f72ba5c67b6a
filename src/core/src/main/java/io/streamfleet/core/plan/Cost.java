package io.streamfleet.core.plan;

/**
 * Something that costs money for as long as it stands.
 *
 * @param what the thing, in the cloud's words
 * @param howMuch how many or how large, in words
 */
public record Cost(String what, String howMuch) {}
