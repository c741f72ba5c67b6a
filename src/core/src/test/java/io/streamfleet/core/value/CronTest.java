package io.streamfleet.core.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class CronTest {
    /** A Monday. */
    private static final LocalDate DAY = LocalDate.of(2024, 1, 1);

    @Test
    void from_workingDays_skipsTheWeekend() {
        assertThat(first("30 8 * * MON-FRI", 6))
                .containsExactly(
                        DAY.atTime(8, 30),
                        DAY.plusDays(1).atTime(8, 30),
                        DAY.plusDays(2).atTime(8, 30),
                        DAY.plusDays(3).atTime(8, 30),
                        DAY.plusDays(4).atTime(8, 30),
                        DAY.plusDays(7).atTime(8, 30));
    }

    @Test
    void from_sunday_isNoughtAndSeven() {
        assertThat(first("0 0 * * 0", 2)).isEqualTo(first("0 0 * * 7", 2));
        assertThat(first("0 0 * * SUN", 1)).containsExactly(DAY.plusDays(6).atStartOfDay());
    }

    @Test
    void from_severalTimesADay_areInOrder() {
        assertThat(first("0,30 */12 * * *", 5))
                .containsExactly(
                        DAY.atTime(0, 0),
                        DAY.atTime(0, 30),
                        DAY.atTime(12, 0),
                        DAY.atTime(12, 30),
                        DAY.plusDays(1).atTime(0, 0));
        assertThat(Cron.parse("0,30 */12 * * *").timesADay()).isEqualTo(4);
    }

    @Test
    void from_bothKindsOfDay_takesEither() {
        assertThat(first("0 0 3 * MON", 3))
                .containsExactly(
                        DAY.atStartOfDay(),
                        DAY.plusDays(2).atStartOfDay(),
                        DAY.plusDays(7).atStartOfDay());
    }

    @Test
    void from_leapDay_waitsForIt() {
        assertThat(first("0 0 29 2 *", 2))
                .containsExactly(
                        LocalDate.of(2024, 2, 29).atStartOfDay(),
                        LocalDate.of(2028, 2, 29).atStartOfDay());
    }

    @Test
    void fails_parse_dayThatNeverComes() {
        assertThat(Cron.isValid("0 0 31 FEB *")).isFalse();
        assertThatThrownBy(() -> Cron.parse("0 0 31 FEB *"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("five cron fields, such as 0 8 * * MON-FRI");
    }

    private static List<LocalDateTime> first(String cron, int count) {
        return Cron.parse(cron).from(DAY).limit(count).toList();
    }
}
