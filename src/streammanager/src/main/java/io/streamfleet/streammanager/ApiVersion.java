package io.streamfleet.streammanager;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The versions of the REST API that this client speaks. */
public enum ApiVersion {
    /** Red5 Pro 5.2 to 6.2. */
    V3_1("3.1"),
    /** Red5 Pro 7.0 and later: also an image for each role, and draining. */
    V4_0("4.0");

    private final String number;

    ApiVersion(String number) {
        this.number = number;
    }

    /**
     * Returns the version of a number.
     *
     * @param number as the API's paths have it, such as {@code 4.0}
     * @throws IllegalArgumentException when there is none, with what is allowed
     */
    public static ApiVersion of(String number) {
        return Arrays.stream(values())
                .filter(version -> version.number.equals(number))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("got " + number + ", must be "
                        + Arrays.stream(values()).map(ApiVersion::number).collect(Collectors.joining(" or "))));
    }

    /** Returns the number as the API's paths have it. */
    public String number() {
        return number;
    }

    /** Returns whether nodes can be drained: {@code admin/node/sunset} came with 4.0. */
    public boolean drains() {
        return this == V4_0;
    }
}
