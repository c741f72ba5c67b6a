package io.streamfleet.stacks.checklist;

/**
 * Writes commands of the Google Cloud CLI.
 *
 * @param project the project they go to
 */
record GoogleCli(String project) {
    /** Returns a command for the project. */
    String command(String rest) {
        return inProject(project, rest);
    }

    /** Returns a command for a project of one's choice. */
    String inProject(String other, String rest) {
        return "gcloud --project " + other + " " + rest;
    }

    /** Returns a command that needs no project, or names it itself. */
    String global(String rest) {
        return "gcloud " + rest;
    }

    /** Returns the option by which a command prints values alone, separated by tabs. */
    static String printing(String... fields) {
        return " --format 'value(" + String.join(",", fields) + ")'";
    }
}
