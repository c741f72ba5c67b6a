package io.streamfleet.core.paths;

import io.streamfleet.core.spec.StreamManagerApi;
import io.streamfleet.core.value.Cidr;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists which paths of a Red5 Pro Stream Manager 1.x the public may use.
 *
 * <table>
 * <caption>What is forwarded, by priority</caption>
 * <tr><td>100</td><td>{@code /streammanager/api/4.0/event/…}</td><td>where to publish and play, statistics, the list of
 * streams</td></tr>
 * <tr><td>110</td><td>{@code /streammanager/api/4.0/media/…}</td><td>lists of recordings</td></tr>
 * <tr><td>120</td><td>{@code /streammanager/}</td><td>the WebSocket of the WebRTC proxy: all else is in its
 * query</td></tr>
 * <tr><td>130</td><td>{@code /streammanager/cloudwatch}</td><td>reports of the nodes, where they come in here</td></tr>
 * <tr><td>200-</td><td>{@code /streammanager/api/4.0/admin/…}</td><td>the admin API, from the given addresses
 * alone</td></tr>
 * <tr><td>300</td><td>{@code /streammanager…}, {@code /api…}</td><td>refused, so that no application below is called
 * so</td></tr>
 * <tr><td>400</td><td>{@code /APP/whip/endpoint/STREAM} and the like</td><td>WHIP and WHEP of any application</td></tr>
 * </table>
 *
 * <p>Everything else is a 404 of the entry: sample pages, the server's own API, other versions of the API. Each
 * expression is made of whole segments that begin with neither a dot nor a percent sign that could hide one, so that
 * {@code ..}, {@code //}, {@code ;}, {@code \} and {@code %2e} match none, and what matches means to the server just what it
 * says. Stream names may hold letters, digits, and {@code _ ~ - . : @ = + , !}, and blanks as {@code %20}; others need
 * a rule of one's own.
 *
 * @see <a href="https://www.red5.net/docs/development/rest-api-v-400/smapi-streams/">Stream Manager API: streams</a>
 * @see <a href="https://www.red5.net/docs/special/user-guide/whip-whep-configuration/">WHIP and WHEP</a>
 */
public final class StreamManagerPaths {
    /** One or more segments of stream and scope names. */
    private static final String NAMES = "(/(([\\w~:@=+,!-]|%(2[0BCbc]|3[ADad]|40))\\.*)+)+";

    private static final int EVENTS = 100;
    private static final int MEDIA = 110;
    private static final int SOCKET = 120;
    private static final int NODE_REPORTS = 130;
    private static final int ADMIN = 200;
    private static final int NOTHING_ELSE = 300;
    private static final int WHIP_AND_WHEP = 400;

    private StreamManagerPaths() {}

    /**
     * Returns the rules of a public entry.
     *
     * @param api version of the API that clients use; others are refused
     * @param adminFrom addresses that may use the admin API; nobody where empty
     * @param nodeReports whether the nodes report by this entry rather than by one of their own
     */
    public static List<PathRule> rules(StreamManagerApi api, List<Cidr> adminFrom, boolean nodeReports) {
        String root = "^/streammanager/api/" + api.version().replace(".", "\\.");
        List<PathRule> rules = new ArrayList<>();
        rules.add(PathRule.forward("Events", EVENTS, root + "/event" + NAMES + "/?$"));
        rules.add(PathRule.forward("Media", MEDIA, root + "/media(/[\\w~-][\\w~.-]*)+/(mediafiles|playlists)$"));
        rules.add(PathRule.forward("Socket", SOCKET, "^/streammanager/?$"));
        if (nodeReports) {
            rules.add(PathRule.forward(
                    "NodeReports", NODE_REPORTS, "^/streammanager/cloudwatch(/[\\w~-][\\w~.:-]*)*/?$"));
        }
        if (!adminFrom.isEmpty()) {
            rules.add(PathRule.forward("Admin", ADMIN, root + "/admin" + NAMES + "/?$")
                    .onlyFrom(adminFrom));
        }
        rules.add(PathRule.refuse("NothingElse", NOTHING_ELSE, "^/(streammanager|api)(/.*)?$"));
        rules.add(PathRule.forward(
                "WhipAndWhep", WHIP_AND_WHEP, "^(/[\\w~-][\\w~.-]*)+/wh[ie]p/(endpoint|resource)" + NAMES + "$"));
        return rules;
    }
}
