package io.streamfleet.core.rules;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an EC2 instance type's name says.
 *
 * @param family such as {@code c5}, {@code c6gn}, {@code m7i-flex}
 * @param size such as {@code large}, {@code 24xlarge}, {@code metal-48xl}
 */
record InstanceType(String family, String size) implements ServerType {
    private static final Pattern FORM = Pattern.compile("([a-z]+(?:[0-9]+[a-z]*)?(?:-[a-z0-9]+)*)\\.([a-z0-9-]+)");
    private static final Pattern FAMILY = Pattern.compile("([a-z]{1,4}[0-9][a-z0-9]*|u)(-[a-z0-9]+)?");
    private static final Pattern SIZE =
            Pattern.compile("nano|micro|small|medium|large|([2-9]|[1-9][0-9]{1,2})?xlarge|metal(-[1-9][0-9]{0,2}xl)?");

    /** After the generation's number, a g is Graviton: c6gn, im4gn, t4g; before it, graphics: g4dn, gr6. */
    private static final Pattern ARM = Pattern.compile("a1|[a-z]+[0-9]+[a-z]*g[a-z]*(-.+)?");

    /** Reads a type's name, or nothing where it cannot be one. */
    static Optional<InstanceType> of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()
                || !FAMILY.matcher(form.group(1)).matches()
                || !SIZE.matcher(form.group(2)).matches()) {
            return Optional.empty();
        }
        return Optional.of(new InstanceType(form.group(1), form.group(2)));
    }

    @Override
    public boolean isArm() {
        return ARM.matcher(family).matches();
    }
}
