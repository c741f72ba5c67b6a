package io.streamfleet.core;

import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Says one thing that is wrong with a description or with a construct's props.
 *
 * <p>Reads as {@code path: got GIVEN, must be ALLOWED; TODO}. No part may hold a secret.
 *
 * @param path where: keys joined by dots, list indices in brackets; empty for the whole
 * @param given what was given, in the user's words; empty where nothing was
 * @param allowed what is allowed, so that "must be" can stand before it
 * @param todo what to do, in the imperative; empty where {@code allowed} says it
 * @param severity whether the description is refused
 */
public record Violation(String path, String given, String allowed, String todo, Severity severity) {
    /** Whether a violation refuses the description or is only told. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public Violation {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(given, "given");
        Objects.requireNonNull(allowed, "allowed");
        Objects.requireNonNull(todo, "todo");
        Objects.requireNonNull(severity, "severity");
    }

    /** Starts a violation at a path; {@code given}, {@code allowed} and {@code todo} follow. */
    public static Violation at(String path) {
        return new Violation(path, "", "", "", Severity.ERROR);
    }

    /** Returns this violation with what was given. */
    public Violation given(Object value) {
        return new Violation(path, String.valueOf(value), allowed, todo, severity);
    }

    /** Returns this violation with what is allowed. */
    public Violation allowed(String text) {
        return new Violation(path, given, text, todo, severity);
    }

    /** Returns this violation with what to do. */
    public Violation todo(String text) {
        return new Violation(path, given, allowed, text, severity);
    }

    /** Returns this violation as a warning, which refuses nothing. */
    public Violation asWarning() {
        return new Violation(path, given, allowed, todo, Severity.WARNING);
    }

    /** Returns whether this violation refuses the description. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** Returns this violation below another path: {@code min} under {@code edge.group} is {@code edge.group.min}. */
    public Violation under(String parent) {
        return withPath(own -> join(parent, own));
    }

    private Violation withPath(UnaryOperator<String> change) {
        return new Violation(change.apply(path), given, allowed, todo, severity);
    }

    /** Joins two paths; either may be empty. */
    public static String join(String parent, String child) {
        if (parent.isEmpty() || child.isEmpty()) {
            return parent + child;
        }
        return child.startsWith("[") ? parent + child : parent + "." + child;
    }

    /** Returns the whole sentence, without the place in the file. */
    public String message() {
        StringBuilder text = new StringBuilder(path);
        if (!path.isEmpty()) {
            text.append(": ");
        }
        if (!given.isEmpty()) {
            text.append("got ").append(given);
        }
        if (!allowed.isEmpty()) {
            text.append(given.isEmpty() ? "must be " : ", must be ").append(allowed);
        }
        if (!todo.isEmpty()) {
            text.append(given.isEmpty() && allowed.isEmpty() ? "" : "; ").append(todo);
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return message();
    }
}
