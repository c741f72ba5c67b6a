package io.streamfleet.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamfleet.core.spec.Schedule;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurringBoundsTest {
    private static Map<String, Schedule> show(String cron, String timeZone) {
        return Map.of("show", new Schedule(cron, timeZone, 4, 9));
    }

    /** Windows has more names than azurerm takes: with the others Terraform makes no plan. */
    @ParameterizedTest
    @ValueSource(strings = {"Europe/Volgograd", "America/Cancun", "America/Havana", "Asia/Omsk", "Etc/GMT+8"})
    void nameOf_zoneThatTheProviderDoesNotTake_isNone(String zone) {
        assertThat(WindowsTimeZones.nameOf(zone)).isEmpty();
    }

    private static List<String> told(Map<String, Schedule> schedules) {
        return RecurringBounds.violations(schedules)
                .map(violation -> violation.message())
                .toList();
    }

    @Test
    void of_daysOfTheWeek_areAzures() {
        Schedule schedule = new Schedule("30 18 * * MON-FRI", "Europe/Berlin", 4, 9);
        assertThat(RecurringBounds.of(Map.of("show", schedule)))
                .containsExactly(new RecurringBounds(
                        "show",
                        schedule,
                        List.of(
                                DayOfWeek.MONDAY,
                                DayOfWeek.TUESDAY,
                                DayOfWeek.WEDNESDAY,
                                DayOfWeek.THURSDAY,
                                DayOfWeek.FRIDAY),
                        18,
                        30,
                        "W. Europe Standard Time"));
    }

    @ParameterizedTest
    @CsvSource({"*,7", "0,1", "7,1", "'6,0',2", "1-5,5", "*/2,4"})
    void of_dayOfWeek_countsEachDayOnce(String days, int count) {
        RecurringBounds bounds =
                RecurringBounds.of(show("0 8 * * " + days, "UTC")).get(0);
        assertThat(bounds.days()).hasSize(count).doesNotHaveDuplicates();
        assertThat(bounds.timeZone()).isEqualTo("UTC");
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York,Eastern Standard Time",
        "Asia/Kolkata,India Standard Time",
        "Asia/Calcutta,India Standard Time",
        "Australia/Sydney,AUS Eastern Standard Time",
        "Europe/London,GMT Standard Time",
        "Etc/UTC,UTC"
    })
    void of_timeZone_isInWindowsWords(String zone, String name) {
        assertThat(RecurringBounds.of(show("0 8 * * *", zone)).get(0).timeZone())
                .isEqualTo(name);
    }

    @Test
    void of_severalTimesOfTheDay_areOneEach() {
        assertThat(RecurringBounds.of(show("0,30 8,20 * * SUN", "UTC")))
                .extracting(RecurringBounds::name)
                .containsExactly("show-0800", "show-0830", "show-2000", "show-2030");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 8 1 * *", "0 8 * JAN *", "0 8 */2 * *", "0 8 1-15 * MON"})
    void fails_otherDaysThanThoseOfTheWeek(String cron) {
        assertThat(told(show(cron, "UTC")))
                .containsExactly(
                        "show.cron: got " + cron + ", must be on days of the week, such as 30 18 * * MON-FRI, since"
                                + " Azure knows no others; leave day of month and month at *");
        assertThatThrownBy(() -> RecurringBounds.of(show(cron, "UTC"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void violations_cronThatIsNone_isPassedOver() {
        assertThat(told(show("99 8 * * *", "UTC"))).isEmpty();
    }

    @Test
    void fails_timeZoneThatWindowsHasNot() {
        assertThat(told(show("0 8 * * *", "Antarctica/Troll")))
                .containsExactly(
                        "show.timeZone: got Antarctica/Troll, must be a time zone that Azure's autoscaling has a"
                                + " name for; take a city of the same time");
    }

    @Test
    void fails_moreSchedulesThanProfiles() {
        Function<Integer, Map<String, Schedule>> many = count -> IntStream.range(0, count)
                .boxed()
                .collect(Collectors.toMap(i -> "s" + i, i -> new Schedule(i + " 8 * * *", "UTC", 4, 9)));
        assertThat(told(many.apply(20)))
                .containsExactly(
                        "got 20 times of the week, must be at most 19, since a scale set on Azure has 20 profiles; remove some");
        assertThat(told(many.apply(19))).isEmpty();
        assertThat(told(show("*/5 * * * *", "UTC")))
                .singleElement()
                .asString()
                .startsWith("got 288 times of the week, ");
    }
}
