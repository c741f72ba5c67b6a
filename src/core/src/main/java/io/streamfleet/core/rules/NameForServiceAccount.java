package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import java.util.stream.Stream;

/**
 * Keeps room behind the deployment's name in the id of its servers' service account, which has 30 characters: a hyphen
 * and a hash of eight digits where name and role together are longer.
 *
 * @see <a href="https://cloud.google.com/iam/docs/service-accounts-create">Creating service accounts</a>
 */
final class NameForServiceAccount implements Red5OnGoogleRule {
    private static final int LONGEST = 21;

    @Override
    public Stream<Violation> check(Red5OnGoogle cluster) {
        String name = cluster.spec().name();
        return Stream.of(Violation.at("name")
                        .given(name + ", " + name.length() + " characters")
                        .allowed("at most " + LONGEST
                                + " on google, since a service account's id has 30 with a hash behind the name")
                        .todo("shorten it"))
                .filter(violation -> name.length() > LONGEST);
    }
}
