package io.streamfleet.stacks.synth;

import io.streamfleet.stacks.refusal.Refusal;
import software.amazon.jsii.JsiiException;

/** The process in which the CDK and CDKTF run: what ends there is told in words. */
public final class JsiiProcess {
    private static final int MOST_LINES = 40;

    private JsiiProcess() {}

    /**
     * Does what needs the process.
     *
     * @param who what runs in it, for the user, such as {@code the CDK}
     * @throws Refusal when Node.js is missing or too old, or when the work is refused: the exception comes with the trace of
     *     the other process, and only its words are the user's
     */
    public static void run(String who, Runnable work) {
        Node.require();
        try {
            work.run();
        } catch (JsiiException e) {
            String words = String.valueOf(e.getMessage())
                    .lines()
                    .takeWhile(line -> !line.startsWith("    at "))
                    .filter(line -> !line.isBlank())
                    .limit(MOST_LINES)
                    .reduce((all, line) -> all + "\n" + line)
                    .orElse("no reason given");
            throw new Refusal(who + " refused: " + words, e);
        }
    }
}
