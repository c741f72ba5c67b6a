package io.streamfleet.streammanager.loopback;

/** Ends a request with a status and the vendor's body of errors. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    Refused(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
