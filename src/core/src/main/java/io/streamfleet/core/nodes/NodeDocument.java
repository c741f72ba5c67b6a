package io.streamfleet.core.nodes;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A document for the Stream Manager's REST API: JSON whose keys have a fixed order. */
public final class NodeDocument {
    private final ObjectNode tree;

    NodeDocument(ObjectNode tree) {
        this.tree = tree;
    }

    /** Returns the document as a tree of its own, which may be changed. */
    public ObjectNode tree() {
        return tree.deepCopy();
    }

    /** Returns the document for people: indented by two spaces, with a line break at its end. */
    public String text() {
        return JsonText.indented(tree);
    }

    /** Returns the document without white space. */
    public String compactText() {
        return JsonText.compact(tree);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NodeDocument document && tree.equals(document.tree);
    }

    @Override
    public int hashCode() {
        return tree.hashCode();
    }

    @Override
    public String toString() {
        return compactText();
    }
}
