package io.streamfleet.streammanager;

import io.streamfleet.streammanager.StreamManagerException.Kind;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;

/** Says in one line why there is no answer. */
final class Faults {
    private Faults() {}

    static StreamManagerException of(String request, Throwable fault, ClientSettings settings) {
        if (has(fault, BoundedBody.TooLarge.class)) {
            return new StreamManagerException(
                    Kind.STRANGE,
                    0,
                    request + ": the answer is larger than " + settings.largestAnswer() + " bytes; it was not read");
        }
        if (has(fault, CertificateException.class) || has(fault, CertPathValidatorException.class)) {
            return new StreamManagerException(
                    Kind.UNTRUSTED,
                    0,
                    request + ": the certificate is not trusted (" + words(last(fault), settings)
                            + "); nothing was sent; correct the endpoint's name, or name the file of its authority");
        }
        if (has(fault, UnresolvedAddressException.class)) {
            return unreached(request, "there is no such name", settings);
        }
        if (has(fault, HttpConnectTimeoutException.class)) {
            return unreached(
                    request, "no connection within " + settings.connectTimeout().toMillis() / 1000.0 + " s", settings);
        }
        if (has(fault, ConnectException.class)) {
            return unreached(request, "no connection", settings);
        }
        if (has(fault, SSLHandshakeException.class)) {
            return unreached(request, "no secure connection (" + words(last(fault), settings) + ")", settings);
        }
        return new StreamManagerException(
                Kind.UNKNOWN, 0, request + ": no whole answer (" + words(last(fault), settings) + ")");
    }

    private static StreamManagerException unreached(String request, String why, ClientSettings settings) {
        return new StreamManagerException(
                Kind.UNREACHED,
                0,
                request + ": " + why + "; is " + settings.endpoint() + " the right address, open to this machine?");
    }

    private static boolean has(Throwable fault, Class<? extends Throwable> type) {
        return chain(fault).anyMatch(type::isInstance);
    }

    private static Throwable last(Throwable fault) {
        return chain(fault).reduce((first, second) -> second).orElse(fault);
    }

    private static Stream<Throwable> chain(Throwable fault) {
        return Stream.iterate(fault, each -> each != null, Throwable::getCause).limit(20);
    }

    /** What a library says may hold what it was given. */
    private static String words(Throwable fault, ClientSettings settings) {
        String message = Optional.ofNullable(fault.getMessage())
                .filter(text -> !text.isBlank())
                .orElse(fault.getClass().getSimpleName());
        return Answers.plain(settings.token().hideIn(message));
    }
}
