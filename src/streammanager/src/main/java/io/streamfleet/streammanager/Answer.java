package io.streamfleet.streammanager;

import static io.streamfleet.streammanager.StreamManagerException.Kind.UNKNOWN;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * The answer to a request that was done.
 *
 * @param request method and address, without the token
 * @param status of HTTP, from 200 to 299
 * @param text the body, without the token
 */
record Answer(String request, int status, String text) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * Reads the body as JSON.
     *
     * @throws StreamManagerException when it is none
     */
    Shape json() {
        try {
            JsonNode tree = JSON.readTree(text);
            if (tree.isMissingNode()) {
                throw noJson("the body is empty");
            }
            return Shape.ofAnswer(request, tree);
        } catch (JsonProcessingException e) {
            throw noJson("not JSON: " + Answers.plain(text));
        }
    }

    /** Half a document is what is left of an answer that was cut: it says nothing of whether the request was done. */
    private StreamManagerException noJson(String what) {
        return new StreamManagerException(
                UNKNOWN,
                status,
                request + ": answered " + status + " with something else than expected (" + what + ")");
    }
}
