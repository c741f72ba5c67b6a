package io.streamfleet.stacks.show;

/** Writes a diagram for Mermaid, which forges and editors render inside Markdown. */
public final class Mermaid {
    private Mermaid() {}

    /** Returns the flowchart. */
    public static String of(Diagram diagram) {
        StringBuilder text = new StringBuilder("flowchart LR\n");
        for (Diagram.Box box : diagram.boxes()) {
            String label = '"' + String.join("<br/>", box.lines()) + '"';
            text.append("    ").append(box.id()).append(form(box.kind(), label)).append('\n');
        }
        for (Diagram.Arrow arrow : diagram.arrows()) {
            text.append("    " + arrow.from() + " -->|\"" + arrow.text() + "\"| " + arrow.to() + "\n");
        }
        return text.toString();
    }

    private static String form(Diagram.Kind kind, String label) {
        return switch (kind) {
            case ADDRESSES -> "((" + label + "))";
            case LOAD_BALANCER -> "{{" + label + "}}";
            case SERVERS -> "[" + label + "]";
            case DATABASE -> "[(" + label + ")]";
        };
    }
}
