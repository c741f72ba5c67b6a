package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.AzureNetwork;
import io.streamfleet.core.spec.NodePath;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps tags to what Azure takes: no slash in a key, none of the beginnings that Azure keeps to itself, and no more than a
 * resource takes, which are fewer where the deployment makes a private DNS zone.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources#limitations">Limits of
 *     tags</a>
 */
final class TagTexts implements Red5OnAzureRule {
    private static final Pattern RESERVED = Pattern.compile("(azure|microsoft|windows).*", Pattern.CASE_INSENSITIVE);
    private static final int MOST = 50;
    private static final int MOST_OF_ZONE = 15;

    @Override
    public Stream<Violation> check(Red5OnAzure cluster) {
        Map<String, String> tags = cluster.spec().tags();
        return Stream.concat(tags.keySet().stream().flatMap(TagTexts::check), tooMany(tags.size(), cluster));
    }

    private static Stream<Violation> tooMany(int count, Red5OnAzure cluster) {
        boolean makesZone = makesZone(cluster);
        int most = makesZone ? MOST_OF_ZONE : MOST;
        return Stream.of(Violation.at("tags")
                        .given(count + " tags")
                        .allowed("at most " + most + ", the most of "
                                + (makesZone ? "a private DNS zone, of which the deployment makes one" : "a resource"))
                        .todo("remove some"))
                .filter(violation -> count > most);
    }

    private static boolean makesZone(Red5OnAzure cluster) {
        boolean zoneIsThere = cluster.existingNetwork()
                .flatMap(AzureNetwork.Existing::privateDnsZone)
                .isPresent();
        return cluster.nodePath() instanceof NodePath.Internal || cluster.hasPrivateDatabase() && !zoneIsThere;
    }

    private static Stream<Violation> check(String key) {
        Violation violation = Violation.at("tags." + key).given("the key " + key);
        if (key.contains("/")) {
            return Stream.of(violation.allowed("one without a slash, which Azure takes in no key"));
        }
        return RESERVED.matcher(key).matches()
                ? Stream.of(
                        violation.allowed("one without the beginnings azure, microsoft and windows, which Azure keeps"))
                : Stream.empty();
    }
}
