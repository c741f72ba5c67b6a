package io.streamfleet.stacks;

/** Ends a command with words for the user: what could not be done, and what to do. One fault a line. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }

    Refusal(String message, Throwable cause) {
        super(message, cause);
    }
}
