package io.streamfleet.terraform;

/**
 * Evaluates a template string as Terraform's scanner does: escapes, quoted literals, and {@code r.NAME} as {@code
 * <NAME>}.
 */
final class TerraformReading {
    private TerraformReading() {}

    static String evaluate(String written) {
        var read = new StringBuilder();
        int at = 0;
        while (at < written.length()) {
            if (written.startsWith("$${", at) || written.startsWith("%%{", at)) {
                read.append(written, at + 1, at + 3);
                at += 3;
            } else if (written.startsWith("${", at)) {
                int end = written.indexOf('}', at);
                read.append(value(written.substring(at + 2, end)));
                at = end + 1;
            } else if (written.startsWith("%{", at)) {
                throw new IllegalArgumentException("a directive in " + written);
            } else {
                read.append(written.charAt(at));
                at++;
            }
        }
        return read.toString();
    }

    private static String value(String expression) {
        if (expression.matches("\"\\$+\"")) {
            return expression.substring(1, expression.length() - 1);
        }
        if (expression.matches("r\\.[a-z]+")) {
            return "<" + expression.substring(2) + ">";
        }
        throw new IllegalArgumentException("an unknown expression: " + expression);
    }
}
