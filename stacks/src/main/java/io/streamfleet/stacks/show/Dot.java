package io.streamfleet.stacks.show;

/** Writes a diagram for Graphviz. */
public final class Dot {
    private Dot() {}

    /** Returns the graph. */
    public static String of(Diagram diagram) {
        StringBuilder text = new StringBuilder("digraph \"" + diagram.name() + "\" {\n");
        text.append("    rankdir=LR;\n");
        text.append("    node [fontname=\"Helvetica\", shape=box];\n");
        text.append("    edge [fontname=\"Helvetica\", fontsize=10];\n");
        for (Diagram.Box box : diagram.boxes()) {
            text.append("    \"" + box.id() + "\" [label=\"" + String.join("\\n", box.lines()) + "\", shape="
                    + shape(box.kind()) + "];\n");
        }
        for (Diagram.Arrow arrow : diagram.arrows()) {
            text.append("    \"" + arrow.from() + "\" -> \"" + arrow.to() + "\" [label=\"" + arrow.text() + "\"];\n");
        }
        return text.append("}\n").toString();
    }

    private static String shape(Diagram.Kind kind) {
        return switch (kind) {
            case ADDRESSES -> "ellipse";
            case LOAD_BALANCER -> "hexagon";
            case SERVERS -> "box";
            case DATABASE -> "cylinder";
        };
    }
}
