package io.streamfleet.stacks.jsii;

import io.streamfleet.stacks.refusal.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for Node.js, in which the CDK runs, so that its absence is told in words. */
final class Node {
    private static final int OLDEST = 20;
    private static final Pattern VERSION = Pattern.compile("v([0-9]+)\\..*");

    private Node() {}

    /** Refuses where Node.js is missing or too old. */
    static void require() {
        String program = System.getenv().getOrDefault("JSII_NODE", "node");
        String version = version(program);
        Matcher form = VERSION.matcher(version);
        if (!form.matches() || Integer.parseInt(form.group(1)) < OLDEST) {
            throw new Refusal("needs Node.js, " + OLDEST + " or newer, to synthesise, and " + program + " is "
                    + (version.isEmpty() ? "of no known version" : version)
                    + "; install a newer one (see https://nodejs.org/en/download)");
        }
    }

    private static String version(String program) {
        try {
            Process process = new ProcessBuilder(program, "--version")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new Refusal(
                    "needs Node.js, " + OLDEST + " or newer, to synthesise, and found no " + program
                            + "; install it (see https://nodejs.org/en/download)",
                    e);
        }
    }
}
