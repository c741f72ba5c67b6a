package io.streamfleet.core.rules;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Compute Engine machine type's name says.
 *
 * @param family such as {@code n2}, {@code t2d}, {@code c4a}; that of {@code custom-4-8192} is {@code n1}
 * @param kind such as {@code standard}, {@code highcpu}, {@code custom}, or a shared core's size, such as {@code micro}
 * @see <a href="https://cloud.google.com/compute/docs/machine-resource">Machine families</a>
 */
record MachineType(String family, String kind) implements ServerType {
    private static final Pattern SHARED = Pattern.compile("(f1|g1|e2)-(micro|small|medium)");
    private static final Pattern CUSTOM =
            Pattern.compile("(?:([a-z][0-9][a-z]?)-)?custom-(?:(?:micro|small|medium)|[0-9]{1,3})-[0-9]{3,7}(?:-ext)?");
    private static final Pattern PREDEFINED =
            Pattern.compile("([a-z][0-9][a-z]?)-([a-z]{5,9})-[1-9][0-9]{0,3}g?(?:-[a-z]+){0,2}");

    /** Tau, Axion. */
    private static final Set<String> ARM = Set.of("t2a", "c4a", "n4a");

    /** Reads a type's name, or nothing where it cannot be one. */
    static Optional<MachineType> of(String text) {
        Matcher shared = SHARED.matcher(text);
        if (shared.matches()) {
            return Optional.of(new MachineType(shared.group(1), shared.group(2)));
        }
        Matcher custom = CUSTOM.matcher(text);
        if (custom.matches()) {
            return Optional.of(
                    new MachineType(Optional.ofNullable(custom.group(1)).orElse("n1"), "custom"));
        }
        Matcher predefined = PREDEFINED.matcher(text);
        return predefined.matches()
                ? Optional.of(new MachineType(predefined.group(1), predefined.group(2)))
                : Optional.empty();
    }

    @Override
    public boolean isArm() {
        return ARM.contains(family);
    }
}
