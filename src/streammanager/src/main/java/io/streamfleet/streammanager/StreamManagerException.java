package io.streamfleet.streammanager;

/**
 * Says that a Stream Manager did not do, or did not tell, what it was asked: in one line, without the token.
 *
 * <p>It has no cause: what libraries say of a failed request may hold the request's address.
 */
public final class StreamManagerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What became of the request. */
    public enum Kind {
        /** It came to nobody: no connection, no such name. */
        UNREACHED,
        /** It was not sent, since the certificate is not one to trust. */
        UNTRUSTED,
        /** It was refused: by a status from 300 to 499. Nothing was done. */
        REFUSED,
        /** It is not known whether it was done: no whole answer, or a status from 500. */
        UNKNOWN,
        /** It was done, and the answer is not one that the API has. */
        STRANGE
    }

    private final Kind kind;
    private final int status;

    StreamManagerException(Kind kind, int status, String message) {
        super(message);
        this.kind = kind;
        this.status = status;
    }

    /** Returns the same, said after several attempts. */
    StreamManagerException asked(int times) {
        return new StreamManagerException(kind, status, getMessage() + " (asked " + times + " times)");
    }

    /** Returns what became of the request. */
    public Kind kind() {
        return kind;
    }

    /** Returns the answer's status; 0 where there was none. */
    public int status() {
        return status;
    }

    /** Returns whether the request may have been done although it failed. */
    public boolean isPerhapsDone() {
        return kind == Kind.UNKNOWN || kind == Kind.STRANGE;
    }

    /** Returns whether asking again later may help. */
    public boolean isPassing() {
        return kind == Kind.UNKNOWN || kind == Kind.UNREACHED || status == 429;
    }
}
