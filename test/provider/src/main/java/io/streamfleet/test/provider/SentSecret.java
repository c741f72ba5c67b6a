package io.streamfleet.test.provider;

/**
 * The value of a write-only attribute as a change sent it.
 *
 * @param type the resource's type
 * @param attribute such as {@code password_wo}
 */
public record SentSecret(String type, String attribute, String value) {}
