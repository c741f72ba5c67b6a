package io.streamfleet.google;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.spec.Group;
import io.streamfleet.core.value.Texts;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whom a {@link Notifications} tells of what.
 *
 * @param name the deployment's name: required
 * @param email who is told: required
 * @param groups the groups that are watched, at least one
 * @param size smallest and largest number of servers in each group: required
 * @param labels labels of what takes some. Default: none
 */
@Props
public record NotificationsProps(
        @Matches(value = Texts.NAME, is = Texts.NAME_IS) String name,
        @Matches(value = Texts.EMAIL, is = Texts.EMAIL_IS) String email,
        List<IServerGroup> groups,
        Group size,
        Map<String, String> labels) {
    /**
     * Copies, defaults and checks.
     *
     * @throws InvalidSpecException when something required is missing
     */
    public NotificationsProps {
        groups = groups == null ? List.of() : List.copyOf(groups);
        labels = labels == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(labels));
        new Check(NotificationsProps.class, name, email, groups, size, labels)
                .that(!groups.isEmpty(), Violation.at("groups").allowed("at least one, or there is nothing to tell"))
                .orThrow();
    }

    /** Returns a builder. */
    public static NotificationsPropsBuilder builder() {
        return NotificationsPropsBuilder.builder();
    }
}
