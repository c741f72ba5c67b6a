package io.streamfleet.core.shape;

import java.util.HashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Knows where in a file each path of a description stands. */
public final class Source {
    private final String name;
    private final Map<String, Position> positions = new HashMap<>();

    Source(String name) {
        this.name = name;
    }

    /** A line and a column, both counted from 1. */
    record Position(int line, int column) implements Comparable<Position> {
        static final Position START = new Position(1, 1);

        static Position of(Mark mark) {
            return new Position(mark.getLine() + 1, mark.getColumn() + 1);
        }

        @Override
        public int compareTo(Position other) {
            return line == other.line ? Integer.compare(column, other.column) : Integer.compare(line, other.line);
        }
    }

    /** Returns the file's name as the user gave it. */
    public String name() {
        return name;
    }

    void put(String path, Position position) {
        positions.putIfAbsent(path, position);
    }

    /** Returns where a path stands, or the nearest path above it. */
    Position position(String path) {
        String at = path;
        while (true) {
            Position position = positions.get(at);
            if (position != null) {
                return position;
            }
            if (at.isEmpty()) {
                return Position.START;
            }
            at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))));
        }
    }

    /** Returns the place of a path as {@code file:line:column}; a path that is absent stands where its parent does. */
    public String place(String path) {
        return place(position(path));
    }

    String place(Position position) {
        return name + ":" + position.line() + ":" + position.column();
    }
}
