package io.streamfleet.test.boot;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One server's metadata service and its cloud's secret store, on a free port of 127.0.0.1, as strict as the real ones where
 * a boot program could get it wrong.
 */
abstract class LoopbackCloud implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    /** What the secret store does to one call instead of answering. */
    sealed interface Fault {
        /** Answers with an error of the service. */
        record Error(int status, String kind, String message) implements Fault {}

        /** Answers 200 with this text. */
        record Text(String text) implements Fault {}

        /** Takes the request and stays silent. */
        record Hang(Duration time) implements Fault {}

        /** Takes the request and closes the connection. */
        record HangUp() implements Fault {}
    }

    /** Gives the pieces of metadata, and says whether they are there. */
    @FunctionalInterface
    interface Answerer {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final Queue<String> calls = new ConcurrentLinkedQueue<>();
    private final AtomicInteger metadataDown = new AtomicInteger();
    private final AtomicInteger absentRole = new AtomicInteger();
    final AtomicInteger made = new AtomicInteger();
    final Map<String, String> metadata = new ConcurrentHashMap<>();

    /** Secrets by name; absent ones do not exist. */
    final Map<String, String> secrets = new ConcurrentHashMap<>();

    LoopbackCloud() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(threads);
        server.start();
    }

    /** The metadata service answers here, unless it is down. */
    final void metadata(String path, Answerer answerer) {
        context(path, exchange -> {
            if (counted(metadataDown)) {
                answer(exchange, 503, "");
            } else {
                answerer.answer(exchange);
            }
        });
    }

    final void context(String path, Answerer answerer) {
        server.createContext(path, exchange -> {
            try (exchange) {
                answerer.answer(exchange);
            }
        });
    }

    /** What leads the boot programs here. */
    abstract Map<String, String> environment();

    /** The metadata service has new credentials, or none better than expired ones yet. */
    abstract void renewKeys();

    abstract void expireKeys();

    /** The kind of error by which the secret store says that credentials have expired. */
    abstract String expired();

    abstract void error(HttpExchange exchange, int status, String kind, String message) throws IOException;

    final String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    final String url() {
        return "http://" + host();
    }

    /** The next calls to the secret store go wrong, in this order. */
    final void next(Fault... next) {
        faults.addAll(List.of(next));
    }

    /** What the secret store answered so far: the secret's name, or the kind of error. */
    final List<String> calls() {
        return List.copyOf(calls);
    }

    /** The server's own identity has its rights attached only after so many questions for it. */
    final void roleComesAfter(int answers) {
        absentRole.set(answers);
    }

    final boolean roleIsAbsent() {
        return counted(absentRole);
    }

    /** The metadata service answers 503 to so many questions. */
    final void metadataDown(int answers) {
        metadataDown.set(answers);
    }

    private static boolean counted(AtomicInteger left) {
        return left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
    }

    final void called(String what) {
        calls.add(what);
    }

    /** Does what is to go wrong next, if anything is, or what the service says against the request; says whether it did. */
    final boolean goesWrong(HttpExchange exchange, Fault refusal) throws IOException {
        Fault fault = refusal == null ? faults.poll() : refusal;
        if (fault instanceof Fault.Error error) {
            calls.add(error.kind());
            error(exchange, error.status(), error.kind(), error.message());
        } else if (fault instanceof Fault.Text text) {
            calls.add("text");
            answer(exchange, 200, text.text());
        } else if (fault instanceof Fault.Hang hang) {
            calls.add("hang");
            try {
                TimeUnit.MILLISECONDS.sleep(hang.time().toMillis());
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        } else if (fault instanceof Fault.HangUp) {
            calls.add("hang up");
        }
        return fault != null;
    }

    static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] data = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, data.length == 0 ? -1 : data.length);
        if (data.length > 0) {
            exchange.getResponseBody().write(data);
        }
    }

    static void json(HttpExchange exchange, int status, Object document) throws IOException {
        answer(exchange, status, JSON.writeValueAsString(document));
    }

    @Override
    public final void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
