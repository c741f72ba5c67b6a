package io.streamfleet.stacks.checklist;

/**
 * Writes commands of the Azure CLI.
 *
 * @param subscription id of the subscription they go to
 */
record AzureCli(String subscription) {
    /** Returns a command for the subscription. */
    String command(String rest) {
        return "az " + rest + " --subscription " + subscription;
    }

    /** Returns a command that needs no subscription, since it names whole ids or what is of the tenant. */
    String global(String rest) {
        return "az " + rest;
    }

    /** Returns the option by which a command prints values alone, separated by tabs. */
    static String printing(String... fields) {
        String query = fields.length == 1 ? fields[0] : "[" + String.join(",", fields) + "]";
        // Texts in a query stand in single quotes.
        boolean hasQuotes = query.contains("'");
        return " --query " + (hasQuotes ? "\"" + query + "\"" : Shell.word(query)) + " --output tsv";
    }
}
