package io.streamfleet.streammanager.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * A Stream Manager on loopback, by HTTP or HTTPS, with a token, a version and faults.
 *
 * <p>Its state outlives faults and restarts, as a database keeps it; close it at the end.
 */
public final class LoopbackStreamManager implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String API = "/streammanager/api/";

    static {
        // Else each answer waits some 40 ms for the other side's word, which itself is waiting.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final String version;
    private final String token;
    private final SimulatedFleet fleet;
    private final Routes routes;
    private final Faults faults = new Faults();
    private final List<Seen> requests = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "stream-manager");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpServer server;
    private final String scheme;

    private LoopbackStreamManager(String version, String token, int port, Optional<Certificates> certificates) {
        this.version = version;
        this.token = token;
        this.fleet = new SimulatedFleet(version);
        this.routes = new Routes(fleet, version);
        this.scheme = certificates.isPresent() ? "https" : "http";
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            if (certificates.isPresent()) {
                HttpsServer secure = HttpsServer.create(address, 0);
                secure.setHttpsConfigurator(
                        new HttpsConfigurator(certificates.get().context()));
                server = secure;
            } else {
                server = HttpServer.create(address, 0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** Starts one on any port, by HTTP. */
    public static LoopbackStreamManager start(String version, String token) {
        return new LoopbackStreamManager(version, token, 0, Optional.empty());
    }

    /** Starts one on a port, by HTTP. */
    public static LoopbackStreamManager start(String version, String token, int port) {
        return new LoopbackStreamManager(version, token, port, Optional.empty());
    }

    /** Starts one on any port, by HTTPS. */
    public static LoopbackStreamManager start(String version, String token, Certificates certificates) {
        return new LoopbackStreamManager(version, token, 0, Optional.of(certificates));
    }

    /** Returns where it answers. */
    public String endpoint() {
        return scheme + "://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Lets requests of a kind fail; faults of several calls are tried in their order. */
    public void fail(Predicate<Seen> which, Fault fault, int times) {
        faults.plan(which, fault, times);
    }

    /** Lets everything from a request on fail, counted from the next one as 1; that one is perhaps still done. */
    public synchronized void crashAt(int number, boolean isDone) {
        faults.crashAt(requests.size() + number, isDone);
    }

    /** Ends all faults. */
    public void recover() {
        faults.clear();
    }

    /** Returns how many requests met a fault. */
    public int injected() {
        return faults.injected();
    }

    /** Returns the requests so far. */
    public synchronized List<Seen> requests() {
        return List.copyOf(requests);
    }

    /** Forgets the requests so far. */
    public synchronized void forgetRequests() {
        requests.clear();
    }

    /** Says how many looks a node takes until it is in service. */
    public synchronized void looksUntilInService(int looks) {
        fleet.looksUntilInService(looks);
    }

    /** Says whether nodes that are told to end stay. */
    public synchronized void keepNodes(boolean keeps) {
        fleet.keepNodes(keeps);
    }

    /** Gives a node clients; each look at its group takes one away once it is drained. */
    public synchronized void carry(String address, long clients) {
        fleet.carry(address, clients);
    }

    /** Launches from now on by another controller, such as {@code Google Compute}. */
    public synchronized void controller(String name) {
        routes.controller(name);
    }

    /** Answers from now on as the vendor's scripts expect it, not its pages. */
    public synchronized void answerAsScriptsExpect() {
        routes.answerAsScriptsExpect();
    }

    /** Returns its documents, its groups, and how many nodes of which role they have. */
    public synchronized ObjectNode summary() {
        return fleet.summary();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            URI address = exchange.getRequestURI();
            Seen seen = new Seen(exchange.getRequestMethod(), address.getPath(), body);
            Optional<Fault> fault;
            synchronized (this) {
                requests.add(seen);
                fault = faults.next(seen, requests.size());
            }
            if (fault.isEmpty()) {
                send(exchange, reply(seen, address));
            } else {
                fail(exchange, seen, address, fault.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(HttpExchange exchange, Seen seen, URI address, Fault fault)
            throws IOException, InterruptedException {
        if (fault instanceof Fault.Status status) {
            String text = status.body().replace("{query}", address.getRawQuery());
            send(exchange, status.status(), status.contentType(), text.getBytes(StandardCharsets.UTF_8));
        } else if (fault instanceof Fault.Redirect redirect) {
            exchange.getResponseHeaders().set("Location", redirect.location() + "?" + address.getRawQuery());
            send(exchange, 302, "text/html", new byte[0]);
        } else if (!(fault instanceof Fault.CutBefore)) {
            failAfter(exchange, reply(seen, address), fault);
        }
    }

    private void failAfter(HttpExchange exchange, Routes.Reply reply, Fault fault)
            throws IOException, InterruptedException {
        byte[] whole = reply.body().toString().getBytes(StandardCharsets.UTF_8);
        if (fault instanceof Fault.DoneButStatus status) {
            send(exchange, status.status(), "text/html", status.body().getBytes(StandardCharsets.UTF_8));
        } else if (fault instanceof Fault.Instead instead) {
            send(exchange, reply.status(), "application/json", instead.body().getBytes(StandardCharsets.UTF_8));
        } else if (fault instanceof Fault.Slow slow) {
            Thread.sleep(slow.time().toMillis());
            send(exchange, reply);
        } else if (fault instanceof Fault.SlowBody slow) {
            exchange.sendResponseHeaders(reply.status(), whole.length);
            exchange.getResponseBody().write(whole, 0, whole.length / 2);
            exchange.getResponseBody().flush();
            Thread.sleep(slow.time().toMillis());
        } else if (fault instanceof Fault.CutWithin) {
            exchange.sendResponseHeaders(reply.status(), whole.length);
            exchange.getResponseBody().write(whole, 0, whole.length / 2);
            exchange.getResponseBody().flush();
        } else if (fault instanceof Fault.Huge huge) {
            pour(exchange, huge.bytes());
        }
    }

    private static void pour(HttpExchange exchange, long bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        byte[] part = new byte[64 * 1024];
        Arrays.fill(part, (byte) ' ');
        OutputStream out = exchange.getResponseBody();
        for (long sent = 0; sent < bytes; sent += part.length) {
            out.write(part);
        }
    }

    private Routes.Reply reply(Seen seen, URI address) {
        try {
            Map<String, String> query = query(address);
            check(seen, query);
            String[] path = address.getPath()
                    .substring((API + version + "/admin/").length())
                    .split("/");
            JsonNode body = seen.body().isEmpty() ? JsonNodeFactory.instance.nullNode() : JSON.readTree(seen.body());
            synchronized (this) {
                return routes.reply(seen.method(), path, query, body);
            }
        } catch (Refused e) {
            return new Routes.Reply(
                    e.status(),
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("errorMessage", e.getMessage())
                            .put("timestamp", 1_452_600_723_615L));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(Seen seen, Map<String, String> query) {
        if (!seen.path().startsWith(API + version + "/admin/")) {
            throw new Refused(404, "The requested resource is not available");
        }
        if (!token.equals(query.get("accessToken"))) {
            throw new Refused(401, "Unauthorized: invalid access token " + query.get("accessToken"));
        }
    }

    private static Map<String, String> query(URI address) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String each : String.valueOf(address.getRawQuery()).split("&")) {
            String[] pair = each.split("=", 2);
            query.put(pair[0], pair.length > 1 ? URLDecoder.decode(pair[1], StandardCharsets.UTF_8) : "");
        }
        return query;
    }

    private static void send(HttpExchange exchange, Routes.Reply reply) throws IOException {
        send(
                exchange,
                reply.status(),
                "application/json",
                reply.body().toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
