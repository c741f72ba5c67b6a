package io.streamfleet.terraform;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Checks what resources are marked with: labels on Google, tags on Azure, by each cloud's own rules.
 *
 * <p>Nothing is respelt: a label that Google does not take is refused, since one that is silently another is not found.
 */
public enum Tagging {
    /**
     * Labels of Google: at most 64, keys of 1 to 63 characters that begin with a small letter, values of at most 63;
     * small letters, digits, {@code _} and {@code -}. Google takes other scripts' letters as well; those are left to
     * it.
     *
     * @see <a href="https://cloud.google.com/compute/docs/labeling-resources#requirements">Requirements for labels</a>
     */
    GOOGLE("label", 64) {
        @Override
        void check(String key, String value, List<String> faults) {
            if (!key.matches("[\\p{Ll}\\p{Lo}][\\p{Ll}\\p{Lo}\\p{N}_-]{0,62}")) {
                faults.add("label '" + key
                        + "': the key must be small letters, digits, _ and -, begin with a letter and have"
                        + " at most 63 characters");
            }
            if (!value.matches("[\\p{Ll}\\p{Lo}\\p{N}_-]{0,63}")) {
                faults.add("label " + key + ": got '" + value
                        + "', must be small letters, digits, _ and -, at most 63 characters");
            }
        }
    },

    /**
     * Tags of Azure: at most 50, keys of 1 to 512 characters without {@code < > % & \ ? /}, which count as equal
     * whatever their case, values of at most 256.
     *
     * @see <a
     *     href="https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources#limitations">Limits
     *     of tags</a>
     */
    AZURE("tag", 50) {
        @Override
        void check(String key, String value, List<String> faults) {
            if (!key.matches("[^<>%&\\\\?/\\p{Cntrl}]{1,512}")) {
                faults.add("tag '" + key + "': the key must have 1 to 512 characters, and none of < > % & \\ ? /");
            }
            if (key.toLowerCase(Locale.ROOT).matches("(azure|microsoft|windows).*")) {
                faults.add("tag '" + key + "': Azure keeps keys that begin with azure, microsoft or windows to itself");
            }
            if (value.length() > 256) {
                faults.add("tag " + key + ": got " + value.length() + " characters, must be at most 256");
            }
        }
    };

    private final String word;
    private final int most;

    Tagging(String word, int most) {
        this.word = word;
        this.most = most;
    }

    abstract void check(String key, String value, List<String> faults);

    /**
     * Returns the marks in the order of their keys, each value such that Terraform evaluates to it.
     *
     * @throws IllegalArgumentException if the cloud does not take them, naming every fault
     */
    public Map<String, String> of(Map<String, String> marks) {
        var faults = new ArrayList<String>();
        var seen = new HashSet<String>();
        var sorted = new TreeMap<String, String>();
        new TreeMap<>(marks).forEach((key, value) -> {
            check(key, value, faults);
            if (!seen.add(key.toLowerCase(Locale.ROOT))) {
                faults.add(word + " " + key + ": is there twice, in another case");
            }
            sorted.put(TerraformText.literal(key), TerraformText.literal(value));
        });
        if (marks.size() > most) {
            faults.add(word + "s: got " + marks.size() + ", must be at most " + most);
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(faults.stream().collect(joining("\n")));
        }
        return Collections.unmodifiableMap(sorted);
    }

    /**
     * Returns marks as the props of a resource take them: none are no property at all, which is null to jsii, where an empty
     * map would be written.
     */
    public static Map<String, String> orAbsent(Map<String, String> marks) {
        return marks.isEmpty() ? null : marks;
    }
}
