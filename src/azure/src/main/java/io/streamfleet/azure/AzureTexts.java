package io.streamfleet.azure;

/** Allow-lists of texts that are Azure's own, with the words that error messages use for them. */
final class AzureTexts {
    private static final String GROUP = "/subscriptions/[0-9a-f-]{36}/resourceGroups/[A-Za-z0-9._()-]{1,90}/providers/";
    static final String SERVER = GROUP + "Microsoft\\.DBforMySQL/flexibleServers/[a-z0-9][a-z0-9-]{1,61}[a-z0-9]";
    static final String SERVER_IS = "a MySQL flexible server's id, /subscriptions/.../flexibleServers/NAME";

    private AzureTexts() {}

    /** Returns the resource group that an id is of. */
    static String groupIn(String id) {
        return id.split("/")[4];
    }

    /** Returns the name that follows a word in an id. */
    static String nameAfter(String word, String id) {
        String[] parts = id.split("/");
        for (int at = 0; at + 1 < parts.length; at++) {
            if (parts[at].equals(word)) {
                return parts[at + 1];
            }
        }
        throw new IllegalArgumentException("no " + word + " in " + id);
    }
}
