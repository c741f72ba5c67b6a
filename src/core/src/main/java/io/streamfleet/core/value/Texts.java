package io.streamfleet.core.value;

/** Allow-lists of the texts that descriptions hold, with the words that error messages use for them. */
public final class Texts {
    public static final String NAME = "[a-z][a-z0-9-]{0,21}[a-z0-9]";
    public static final String NAME_IS =
            "2 to 23 lower-case letters, digits and hyphens, a letter first and no hyphen last, such as live";

    public static final String HOST =
            "(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])";
    public static final String HOST_IS = "a host name in lower case, such as live.example.com";

    public static final String ADDRESS =
            "(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+";
    public static final String ADDRESS_IS = "a host name or an IPv4 address, such as db.example.com";

    public static final String PATH = "/[A-Za-z0-9._~/-]{0,254}";
    public static final String PATH_IS = "a path that begins with a slash, such as /health";

    public static final String WORD = "[A-Za-z0-9][A-Za-z0-9_.-]{0,62}";
    public static final String WORD_IS =
            "1 to 63 letters, digits, dots, hyphens and underscores, such as red5pro-node-11";

    public static final String EMAIL = "[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9-]+\\.)+[A-Za-z]{2,63}";
    public static final String EMAIL_IS = "an e-mail address, such as ops@example.com";

    public static final String TAG = "[A-Za-z0-9 _.:/=+@-]{0,255}";
    public static final String TAG_IS = "up to 255 letters, digits, spaces and _.:/=+@-";

    public static final String VALUE = "[A-Za-z0-9 _.,:/=+@-]{0,255}";
    public static final String VALUE_IS = "up to 255 letters, digits, spaces and _.,:/=+@-";

    private Texts() {}
}
