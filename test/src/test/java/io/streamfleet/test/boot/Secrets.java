package io.streamfleet.test.boot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tier's secret, every value a canary and full of what a properties file could break on. */
final class Secrets {
    static final String CLUSTER = " canary\\cluster #!=: \t\u00e9\u20ac\ud83d\ude00 trailing ";
    static final String NODE_API = "canary%40&token\\u0041=\"'";
    static final String ADMINISTRATOR = "#canary!admin\\";

    static final String CLIENT_KEY = "canary~8Q.key_-";
    static final String VM_PASSWORD = "canary-VM=1!";

    private Secrets() {}

    static Map<String, String> tier() {
        var secret = new LinkedHashMap<String, String>();
        secret.put("clusterPassword", CLUSTER);
        secret.put("nodeApiToken", NODE_API);
        secret.put("administratorToken", ADMINISTRATOR);
        secret.put("databasePassword", MariaDb.PASSWORD);
        secret.put("clientKey", CLIENT_KEY);
        secret.put("vmPassword", VM_PASSWORD);
        secret.put("forSomeoneElse", "canary-other");
        return secret;
    }

    static String json(Object secret) {
        try {
            return new ObjectMapper().writeValueAsString(secret);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static String with(String key, String value) {
        var secret = tier();
        secret.put(key, value);
        return json(secret);
    }

    static String without(String... keys) {
        var secret = tier();
        secret.keySet().removeAll(List.of(keys));
        return json(secret);
    }
}
