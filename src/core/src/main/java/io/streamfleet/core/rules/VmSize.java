package io.streamfleet.core.rules;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a size of Azure's virtual machines says.
 *
 * @param family capital letters, such as {@code D} or {@code NC}
 * @param features small letters behind the number, such as {@code ads}
 * @see <a href="https://learn.microsoft.com/azure/virtual-machines/vm-naming-conventions">Naming conventions</a>
 */
record VmSize(String family, String features) implements ServerType {
    private static final Pattern FORM = Pattern.compile("Standard_([A-Z]{1,3})[1-9][0-9]{0,2}(?:-[0-9]{1,3})?"
            + "([a-z]{0,6})(?:_[A-Z][A-Z0-9]{1,9})?(?:_v[1-9][0-9]?)?(?:_Promo)?");

    /** Reads a size's name, or nothing where it cannot be one. */
    static Optional<VmSize> of(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Optional.of(new VmSize(form.group(1), form.group(2))) : Optional.empty();
    }

    /** The letter p is for processors of the ARM kind. */
    @Override
    public boolean isArm() {
        return features.contains("p");
    }
}
