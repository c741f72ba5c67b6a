package io.streamfleet.stacks.jsii;

import io.streamfleet.stacks.refusal.Refusal;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import software.amazon.jsii.JsiiEngine;
import software.amazon.jsii.JsiiException;
import software.amazon.jsii.JsiiModule;

/**
 * The process in which the CDK and CDKTF run. It takes as long to be ready as a description takes to be read and planned, so
 * commands start it first and need it later; what ends there is told in words.
 *
 * <p>One thread at a time speaks with it: the one that makes it ready, then the one that {@link #run runs} work.
 */
public final class JsiiProcess {
    private static final int MOST_LINES = 40;

    /** How long a command that ends waits for a process that is about to start. */
    private static final int MOST_SECONDS = 10;

    /** What makes the process ready, in order; nothing while it is not asked for. */
    private static CompletableFuture<Void> ready;

    /** The libraries that are loaded, or will be. */
    private static final Set<Class<?>> ASKED = new HashSet<>();

    private JsiiProcess() {}

    /**
     * Starts the process in the background where it is not there yet. Whatever is wrong with it is told by {@link #run}, and by
     * nothing where the work is never reached.
     */
    public static synchronized void start() {
        if (ready == null) {
            Runtime.getRuntime().addShutdownHook(new Thread(JsiiProcess::awaitStart));
        }
        if (ready == null || ready.isCompletedExceptionally()) {
            ASKED.clear();
            ready = inBackground(CompletableFuture.completedFuture(null), JsiiProcess::startNow);
        }
    }

    private static void startNow() {
        if (!JsiiHost.isInUse()) {
            Node.require();
            loadConstructs();
            return;
        }
        try {
            loadConstructs();
        } catch (RuntimeException e) {
            // To ask Node first takes as long as a tenth of a synthesis.
            Node.require();
            throw e;
        }
        Conversation.takeOver(JsiiEngine.getInstance());
    }

    private static void loadConstructs() {
        JsiiEngine.getInstance().loadModule(software.constructs.$Module.class);
    }

    /** Loads a library into the process in the background, after all that was asked for before. */
    public static synchronized void load(Class<? extends JsiiModule> library) {
        start();
        if (ASKED.add(library)) {
            ready = inBackground(ready, () -> JsiiEngine.getInstance().loadModule(library));
        }
    }

    /**
     * Does what needs the process.
     *
     * @param who what runs in it, for the user, such as {@code the CDK}
     * @throws Refusal when Node.js is missing or too old, or when the work is refused: the exception comes with the trace of
     *     the other process, and only its words are the user's
     */
    public static void run(String who, Runnable work) {
        try {
            awaitReady();
            runToItsEnd(work);
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

    /** Also where the work fails here, the other process may still do what it was asked for before, such as write files. */
    private static void runToItsEnd(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            try {
                settle();
            } catch (RuntimeException another) {
                e.addSuppressed(another);
            }
            throw e;
        }
        settle();
    }

    /** Asks for something that must be waited for, so that all is done, or refused, that was asked for before. */
    private static void settle() {
        JsiiEngine.getInstance().getClient().getStaticPropertyValue("constructs.Node", "PATH_SEP");
    }

    /** A command that is refused meanwhile ends after this, so that nothing half-done is left in the temporary folder. */
    private static void awaitStart() {
        started()
                .exceptionally(whatever -> null)
                .completeOnTimeout(null, MOST_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private static void awaitReady() {
        start();
        try {
            started().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static synchronized CompletableFuture<Void> started() {
        return ready == null ? CompletableFuture.completedFuture(null) : ready;
    }

    private static CompletableFuture<Void> inBackground(CompletableFuture<Void> before, Runnable work) {
        return before.thenRunAsync(work, task -> {
            Thread thread = new Thread(task, "start of the jsii process");
            thread.setDaemon(true);
            thread.start();
        });
    }
}
