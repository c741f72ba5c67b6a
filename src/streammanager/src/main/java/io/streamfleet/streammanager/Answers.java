package io.streamfleet.streammanager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.streamfleet.streammanager.StreamManagerException.Kind;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells answers that something was done from those that it was not, and says why in the vendor's words. */
final class Answers {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int WORDS = 300;
    private static final Pattern ACTS = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\p{Cf}]");

    private final AccessToken token;

    Answers(AccessToken token) {
        this.token = token;
    }

    /**
     * Returns the answer.
     *
     * @throws StreamManagerException when it is one of failure
     */
    Answer check(String request, HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        String text = token.hideIn(new String(answer.body(), StandardCharsets.UTF_8));
        if (status >= 300 && status < 400) {
            String place = answer.headers().firstValue("Location").orElse("nowhere");
            throw new StreamManagerException(
                    Kind.REFUSED,
                    status,
                    request + ": answered " + status + " and points to " + plain(withoutQuery(token.hideIn(place)))
                            + "; it is not followed, since the token would go there; name that address if it is right");
        }
        if (status >= 500) {
            throw new StreamManagerException(Kind.UNKNOWN, status, request + ": answered " + status + words(text));
        }
        if (status >= 400) {
            throw new StreamManagerException(
                    Kind.REFUSED, status, request + ": answered " + status + words(text) + remedy(status));
        }
        Optional<String> error = errorMessage(text);
        if (error.isPresent()) {
            throw new StreamManagerException(
                    Kind.REFUSED, status, request + ": answered " + status + ": " + plain(error.get()));
        }
        return new Answer(request, status, text);
    }

    private static String withoutQuery(String place) {
        return place.replaceFirst("[?#].*", "");
    }

    private static String remedy(int status) {
        return switch (status) {
            case 401, 403 -> "; is the token the Stream Manager's rest.administratorToken, and this address let in?";
            default -> "";
        };
    }

    /** The vendor's message where there is one, else the beginning of whatever came. */
    private static String words(String text) {
        String words =
                plain(errorMessage(text).orElseGet(() -> text.replaceAll("(?s)<(style|script|head).*?</\\1>", " ")
                        .replaceAll("(?s)<[^>]*>", " ")));
        return words.isEmpty() ? "" : ": " + words;
    }

    private static Optional<String> errorMessage(String text) {
        if (!text.contains("\"errorMessage\"")) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSON.readTree(text).get("errorMessage")).map(JsonNode::asText);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The whole text, with a question mark for whatever a terminal would act upon. */
    static String harmless(String text) {
        return ACTS.matcher(text).replaceAll("?");
    }

    /** One short line without anything that a terminal would act upon. */
    static String plain(String text) {
        String line =
                ACTS.matcher(text).replaceAll(" ").replaceAll(" {2,}", " ").strip();
        return line.length() > WORDS ? line.substring(0, WORDS) + "…" : line;
    }
}
