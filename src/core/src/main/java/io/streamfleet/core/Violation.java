package io.streamfleet.core;

import java.util.Objects;

/**
 * Says one thing that is wrong with a description or with a construct's props.
 *
 * <p>Reads as {@code path: got GIVEN, must be ALLOWED; REMEDY (PLACE)}. No part may hold a secret.
 *
 * @param path where: keys joined by dots, list indices in brackets; empty for the whole
 * @param given what was given, in the user's words; empty where nothing was
 * @param allowed what is allowed, so that "must be" can stand before it
 * @param todo what to do, in the imperative; empty where {@code allowed} says it
 * @param severity whether the description is refused
 * @param place file, line and column; empty where there is no file
 */
public record Violation(String path, String given, String allowed, String todo, Severity severity, String place) {
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
        Objects.requireNonNull(place, "place");
    }

    /** Starts a violation at a path; {@code given}, {@code allowed} and {@code todo} follow. */
    public static Violation at(String path) {
        return new Violation(path, "", "", "", Severity.ERROR, "");
    }

    /** Returns this violation with what was given. */
    public Violation given(Object value) {
        return new Violation(path, String.valueOf(value), allowed, todo, severity, place);
    }

    /** Returns this violation with what is allowed. */
    public Violation allowed(String text) {
        return new Violation(path, given, text, todo, severity, place);
    }

    /** Returns this violation with what to do. */
    public Violation todo(String text) {
        return new Violation(path, given, allowed, text, severity, place);
    }

    /** Returns this violation as a warning, which refuses nothing. */
    public Violation asWarning() {
        return new Violation(path, given, allowed, todo, Severity.WARNING, place);
    }

    /** Returns this violation with its place, such as {@code stacks/specs/live.yaml:31:8}. */
    public Violation in(String where) {
        return new Violation(path, given, allowed, todo, severity, where);
    }

    /** Returns this violation at another path. */
    public Violation movedTo(String other) {
        return new Violation(other, given, allowed, todo, severity, place);
    }

    /** Returns this violation below another path: {@code min} under {@code edge.group} is {@code edge.group.min}. */
    public Violation under(String parent) {
        return movedTo(join(parent, path));
    }

    /** Returns whether this violation refuses the description. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** Joins two paths; either may be empty. */
    public static String join(String parent, String child) {
        if (parent.isEmpty() || child.isEmpty()) {
            return parent + child;
        }
        return child.startsWith("[") ? parent + child : parent + "." + child;
    }

    /** Returns the whole sentence. */
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
        if (!place.isEmpty()) {
            text.append(" (").append(place).append(')');
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return message();
    }
}
