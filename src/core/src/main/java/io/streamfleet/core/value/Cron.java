package io.streamfleet.core.value;

import static io.streamfleet.core.value.CronField.DAY_OF_MONTH;
import static io.streamfleet.core.value.CronField.DAY_OF_WEEK;
import static io.streamfleet.core.value.CronField.HOUR;
import static io.streamfleet.core.value.CronField.MINUTE;
import static io.streamfleet.core.value.CronField.MONTH;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Tells when a cron expression comes, by the clock on the wall: a day on which clocks are changed is a day like any other.
 * Where both a day of month and a day of week are named, either will do, as cron has it.
 */
public final class Cron {
    private final Map<CronField, BitSet> values = new EnumMap<>(CronField.class);
    private final boolean anyDayOfMonth;
    private final boolean anyDayOfWeek;

    private Cron(String[] texts) {
        for (CronField field : CronField.values()) {
            values.put(field, field.valuesOf(texts[field.ordinal()]).orElseThrow());
        }
        anyDayOfMonth = texts[DAY_OF_MONTH.ordinal()].startsWith("*");
        anyDayOfWeek = texts[DAY_OF_WEEK.ordinal()].startsWith("*");
    }

    /**
     * Reads five fields.
     *
     * @throws IllegalArgumentException when they are none
     */
    public static Cron parse(String text) {
        if (CronField.problemsOf(text).findAny().isPresent()) {
            throw new IllegalArgumentException("five cron fields, such as 0 8 * * MON-FRI");
        }
        return new Cron(text.split(" "));
    }

    /** Returns whether a text is five fields that come at some time. */
    public static boolean isValid(String text) {
        return CronField.problemsOf(text).findAny().isEmpty();
    }

    /** Returns all times from a day on, in order; without an end. */
    public Stream<LocalDateTime> from(LocalDate day) {
        return Stream.iterate(day, next -> next.plusDays(1)).filter(this::isOn).flatMap(this::timesOf);
    }

    /** Returns how often it comes on a day on which it comes. */
    public int timesADay() {
        return values.get(HOUR).cardinality() * values.get(MINUTE).cardinality();
    }

    private boolean isOn(LocalDate day) {
        if (!values.get(MONTH).get(day.getMonthValue())) {
            return false;
        }
        boolean dayOfMonth = values.get(DAY_OF_MONTH).get(day.getDayOfMonth());
        int number = day.getDayOfWeek().getValue();
        boolean dayOfWeek = values.get(DAY_OF_WEEK).get(number)
                || (number == 7 && values.get(DAY_OF_WEEK).get(0));
        return anyDayOfMonth || anyDayOfWeek ? dayOfMonth && dayOfWeek : dayOfMonth || dayOfWeek;
    }

    private Stream<LocalDateTime> timesOf(LocalDate day) {
        return values.get(HOUR).stream().boxed().flatMap(hour -> values.get(MINUTE).stream()
                .mapToObj(minute -> day.atTime(hour, minute)));
    }
}
