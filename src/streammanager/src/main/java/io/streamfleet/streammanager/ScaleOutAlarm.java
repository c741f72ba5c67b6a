package io.streamfleet.streammanager;

/**
 * When a Stream Manager adds nodes of a role.
 *
 * @param metric what is measured, such as {@code CONNECTIONS}
 * @param unit in what, such as {@code PERCENTAGE}
 * @param threshold above which nodes are added
 */
public record ScaleOutAlarm(String metric, String unit, long threshold) {
    static ScaleOutAlarm read(Shape alarm) {
        return new ScaleOutAlarm(
                alarm.key("metric").text(),
                alarm.key("unit").text(),
                alarm.key("threshold").whole());
    }
}
