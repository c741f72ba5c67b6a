package io.streamfleet.stacks.refusal;

/** Ends a command with words for the user: what could not be done, and what to do. One fault a line. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Refuses with words alone. */
    public Refusal(String message) {
        super(message);
    }

    /** Refuses with words, and with what led to it for a trace. */
    public Refusal(String message, Throwable cause) {
        super(message, cause);
    }
}
