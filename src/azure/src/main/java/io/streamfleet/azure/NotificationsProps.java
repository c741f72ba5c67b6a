package io.streamfleet.azure;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.spec.Group;
import io.streamfleet.core.value.Texts;

/**
 * Whom a {@link Notifications} tells of what.
 *
 * @param name the deployment's name: required
 * @param place where it is: required
 * @param email who is told: required
 * @param gatewayId id of the gateway whose servers are watched, which a token may be: required
 * @param scalingId id of the autoscale setting of those servers, which a token may be: required
 * @param size smallest and largest number of servers: required
 */
@Props
public record NotificationsProps(
        @Matches(value = Texts.NAME, is = Texts.NAME_IS) String name,
        Place place,
        @Matches(value = Texts.EMAIL, is = Texts.EMAIL_IS) String email,
        String gatewayId,
        String scalingId,
        Group size) {
    /**
     * Checks.
     *
     * @throws InvalidSpecException when something required is missing
     */
    public NotificationsProps {
        new Check(NotificationsProps.class, name, place, email, gatewayId, scalingId, size).orThrow();
    }

    /** Returns a builder. */
    public static NotificationsPropsBuilder builder() {
        return NotificationsPropsBuilder.builder();
    }
}
