package io.streamfleet.core.boot;

/**
 * Names a value that only the cloud knows, such as a database's endpoint or a secret's ARN.
 *
 * <p>Stands inside JSON strings and YAML, and no encoder sees it before the cloud puts it in. So only values may be
 * named whose alphabet needs no escaping there: letters, digits and {@code . _ : / @ + = , -}. Host names, ARNs, ids,
 * regions, zones and physical names are such values; passwords, descriptions and tag values in general are not.
 *
 * @param name what the value is, such as {@code databaseHost}; a cloud's constructs map it to a token
 * @param maxLength upper bound of the value's length in characters, each one byte: a token's length is unknown at
 *     synthesis, and size budgets count with this
 */
public record CloudValue(String name, int maxLength) implements Segment {
    public CloudValue {
        if (!name.matches("[a-z][A-Za-z0-9]{0,39}")) {
            throw new IllegalArgumentException(
                    "cloud value '" + name + "': a name must be letters and digits, a small letter first");
        }
        if (maxLength < 1) {
            throw new IllegalArgumentException("cloud value " + name + ": maxLength must be at least 1");
        }
    }

    @Override
    public String toString() {
        return "<" + name + ">";
    }
}
