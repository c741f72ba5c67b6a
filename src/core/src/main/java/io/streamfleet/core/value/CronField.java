package io.streamfleet.core.value;

import io.streamfleet.core.Violation;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The fields of a cron expression, in their order. */
public enum CronField {
    MINUTE("minute", 0, 59, List.of()),
    HOUR("hour", 0, 23, List.of()),
    DAY_OF_MONTH("day of month", 1, 31, List.of()),
    MONTH("month", 1, 12, List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")),
    /** Sunday is 0 and 7. */
    DAY_OF_WEEK("day of week", 0, 7, List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"));

    private static final Pattern PART = Pattern.compile("(\\*|(\\w+)(?:-(\\w+))?)(?:/([0-9]{1,2}))?");

    /** Longest possible month, by its number less 1. */
    private static final List<Integer> DAYS = List.of(31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31);

    private final String words;
    private final int least;
    private final int most;
    private final List<String> names;

    CronField(String words, int least, int most, List<String> names) {
        this.words = words;
        this.least = least;
        this.most = most;
        this.names = names;
    }

    /** Returns what is wrong with an expression of five fields, at an empty path. */
    public static Stream<Violation> problemsOf(String cron) {
        String[] texts = cron.split(" ", -1);
        if (texts.length != values().length) {
            return Stream.of(Violation.at("")
                    .given(cron)
                    .allowed("five fields: minute, hour, day of month, month, day of week"));
        }
        List<Violation> wrong = Arrays.stream(values())
                .filter(field -> field.valuesOf(texts[field.ordinal()]).isEmpty())
                .map(field -> Violation.at("")
                        .given(texts[field.ordinal()] + " as the " + field.words)
                        .allowed(field.inWords()))
                .toList();
        return wrong.isEmpty() && neverComes(texts)
                ? Stream.of(Violation.at("").given(cron).allowed("a day that some month has"))
                : wrong.stream();
    }

    /** With a day of week beside it, a day of month that never comes is no harm: cron takes either. */
    private static boolean neverComes(String[] texts) {
        BitSet days = DAY_OF_MONTH.valuesOf(texts[DAY_OF_MONTH.ordinal()]).orElseThrow();
        BitSet months = MONTH.valuesOf(texts[MONTH.ordinal()]).orElseThrow();
        return texts[DAY_OF_WEEK.ordinal()].equals("*")
                && months.stream().allMatch(month -> days.nextSetBit(0) > DAYS.get(month - 1));
    }

    private String inWords() {
        String numbers = "numbers of " + least + " to " + most;
        String named = names.isEmpty() ? "" : ", names " + names.get(0) + " to " + names.get(names.size() - 1);
        return numbers + named + ", ranges such as " + least + "-" + (least + 3) + ", steps such as */2, or *";
    }

    /** Returns the numbers that a field's text stands for, or nothing where it is none. */
    public Optional<BitSet> valuesOf(String text) {
        BitSet all = new BitSet();
        for (String part : text.split(",", -1)) {
            if (!add(part, all)) {
                return Optional.empty();
            }
        }
        return Optional.of(all);
    }

    private boolean add(String part, BitSet all) {
        Matcher form = PART.matcher(part);
        if (!form.matches()) {
            return false;
        }
        boolean every = form.group(1).equals("*");
        int from = every ? least : number(form.group(2));
        int to = every ? most : form.group(3) == null ? from : number(form.group(3));
        boolean stepOnOne = form.group(4) != null && !every && form.group(3) == null;
        int step = form.group(4) == null ? 1 : Integer.parseInt(form.group(4));
        if (from < least || to > most || from > to || step < 1 || stepOnOne) {
            return false;
        }
        for (int value = from; value <= to; value += step) {
            all.set(value);
        }
        return true;
    }

    /** Returns a number or a name's number; one that is out of every bound where the text is neither. */
    private int number(String text) {
        int name = names.indexOf(text.toUpperCase(Locale.ROOT));
        if (name >= 0) {
            return name + least;
        }
        return text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : -1;
    }
}
