package io.streamfleet.streammanager.loopback;

import java.time.Duration;

/** A way in which a Stream Manager, or what is before it, fails. */
public sealed interface Fault {
    /** Answers with a status instead of doing anything; {@code {query}} in the body is the request's. */
    record Status(int status, String contentType, String body) implements Fault {}

    /** Does it, and answers with a status as if it had not. */
    record DoneButStatus(int status, String body) implements Fault {}

    /** Ends the connection without doing anything. */
    record CutBefore() implements Fault {}

    /** Does it, and ends the connection without a word. */
    record CutAfter() implements Fault {}

    /** Does it, and ends the connection in the middle of the answer. */
    record CutWithin() implements Fault {}

    /** Does it, and waits before it answers. */
    record Slow(Duration time) implements Fault {}

    /** Does it, begins to answer, and lets time pass before the rest. */
    record SlowBody(Duration time) implements Fault {}

    /** Does it, and answers with this instead. */
    record Instead(String body) implements Fault {}

    /** Does it, and answers with so many bytes of a text that never ends. */
    record Huge(long bytes) implements Fault {}

    /** Points elsewhere instead of doing anything. */
    record Redirect(String location) implements Fault {}

    /** Answers 503 as a load balancer does while nobody is behind it. */
    static Fault unavailable() {
        return new Status(
                503, "text/html", "<html><head><title>503</title></head><body>503 Service Unavailable</body></html>");
    }

    /** Answers 500 as the servlet container does, repeating the address it was asked by. */
    static Fault broken() {
        return new Status(500, "text/html", "<html><body><h1>HTTP Status 500</h1><p>at ?{query}</p></body></html>");
    }
}
