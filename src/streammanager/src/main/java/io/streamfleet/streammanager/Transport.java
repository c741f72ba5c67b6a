package io.streamfleet.streammanager;

import static io.streamfleet.streammanager.StreamManagerException.Kind.UNKNOWN;

import io.streamfleet.streammanager.Endpoint.Address;
import io.streamfleet.streammanager.StreamManagerException.Kind;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Sends requests: within bounds of time and size, again where that is safe and may help, to nobody but the endpoint.
 */
final class Transport {
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);

    private final ClientSettings settings;
    private final HttpClient http;
    private final Answers answers;

    Transport(ClientSettings settings) {
        this.settings = settings;
        this.answers = new Answers(settings.token());
        HttpClient.Builder client = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(settings.connectTimeout());
        settings.authorities().map(Authorities::of).ifPresent(client::sslContext);
        this.http = client.build();
    }

    /**
     * Sends a request and reads its answer.
     *
     * @throws StreamManagerException when it was not done, or it is not known whether it was
     */
    <T> T ask(Request request, Function<Answer, T> reading) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(request, reading);
            } catch (StreamManagerException e) {
                if (attempt >= settings.attempts()
                        || !helps(request, e)
                        || Thread.currentThread().isInterrupted()) {
                    throw attempt == 1 ? e : e.asked(attempt);
                }
            }
            sleep(attempt, request);
        }
    }

    /** Nothing was done where nobody was reached; everything else is repeated only where twice is as once. */
    private static boolean helps(Request request, StreamManagerException fault) {
        return fault.isPassing() && (request.isRepeatable() || fault.kind() == Kind.UNREACHED);
    }

    /** Twice as long each time, and never quite the same, so that many clients do not come back together. */
    private void sleep(int attempt, Request request) {
        double part = 0.5 + settings.pause().part() / 2;
        long millis = (long) (FIRST_WAIT.toMillis() * Math.pow(2, attempt - 1) * part);
        try {
            settings.pause().sleep(Duration.ofMillis(millis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(request, address(request));
        }
    }

    private <T> T once(Request request, Function<Answer, T> reading) {
        Address address = address(request);
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(message(request, address), BoundedBody.of(settings.largestAnswer()));
        try {
            // The client's own limit ends with the answer's head; this one covers its body as well.
            HttpResponse<byte[]> whole = answer.get(settings.answerTimeout().toMillis(), TimeUnit.MILLISECONDS);
            return reading.apply(answers.check(request.method() + " " + address, whole));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new StreamManagerException(
                    UNKNOWN,
                    0,
                    request.method() + " " + address + ": no whole answer within "
                            + settings.answerTimeout().toMillis() / 1000.0 + " s");
        } catch (ExecutionException e) {
            throw Faults.of(request.method() + " " + address, e.getCause(), settings);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw interrupted(request, address);
        }
    }

    private static StreamManagerException interrupted(Request request, Address address) {
        return new StreamManagerException(UNKNOWN, 0, request.method() + " " + address + ": interrupted");
    }

    private Address address(Request request) {
        return settings.endpoint().address(settings.version(), request.path(), request.query(), settings.token());
    }

    private static HttpRequest message(Request request, Address address) {
        BodyPublisher body = request.body()
                .map(json -> BodyPublishers.ofString(json.toString()))
                .orElseGet(BodyPublishers::noBody);
        HttpRequest.Builder message = HttpRequest.newBuilder(address.uri())
                .method(request.method(), body)
                .header("Accept", "application/json");
        if (request.body().isPresent()) {
            message.header("Content-Type", "application/json");
        }
        return message.build();
    }
}
