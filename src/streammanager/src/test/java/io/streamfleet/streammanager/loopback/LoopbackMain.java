package io.streamfleet.streammanager.loopback;

import java.util.Optional;

/** Starts a Stream Manager on loopback, to try commands on by hand; ends with the process. */
public final class LoopbackMain {
    private static final int PORT = 15080;

    private LoopbackMain() {}

    /**
     * Starts it.
     *
     * @param arguments the port, and the version of the API; by default 15080 and 4.0
     */
    public static void main(String[] arguments) throws InterruptedException {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : PORT;
        String version = arguments.length > 1 ? arguments[1] : "4.0";
        String token = Optional.ofNullable(System.getenv("STREAMFLEET_TOKEN")).orElse("loopback-token");
        try (LoopbackStreamManager manager = LoopbackStreamManager.start(version, token, port)) {
            // The vendor's name for a Stream Manager without a cloud: descriptions of every cloud may be tried.
            manager.controller("Simulated Cloud Services");
            System.out.println(
                    "Stream Manager API " + version + " at " + manager.endpoint() + ", until Ctrl-C. For example:");
            System.out.println("  export STREAMFLEET_TOKEN=" + token);
            System.out.println(
                    "  ./streamfleet nodes apply stacks/specs/red5-aws.yaml --endpoint " + manager.endpoint());
            Thread.currentThread().join();
        }
    }
}
