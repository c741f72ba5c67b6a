package io.streamfleet.core;

import java.util.Locale;

/** A cloud that descriptions can name. */
public enum Cloud {
    AWS,
    GOOGLE,
    AZURE;

    /** Returns the word a description uses: {@code aws}, {@code google} or {@code azure}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what the cloud calls a group of servers. */
    public String groupWord() {
        return switch (this) {
            case AWS -> "Auto Scaling group";
            case GOOGLE -> "managed instance group";
            case AZURE -> "scale set";
        };
    }
}
