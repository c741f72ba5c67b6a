package io.streamfleet.core.boot;

/** Who may read, write and run a {@link BootFile}. */
public enum FileMode {
    /** Read and written by its owner alone: 0600. */
    PRIVATE(0600),
    /** Read by everyone, written by its owner: 0644. */
    SHARED(0644),
    /** Run and read by everyone, written by its owner: 0755. */
    PROGRAM(0755);

    private final int bits;

    FileMode(int bits) {
        this.bits = bits;
    }

    /** Returns the permission bits. */
    public int bits() {
        return bits;
    }

    /** Returns the permission bits as four octal digits. */
    public String octal() {
        return "0" + Integer.toOctalString(bits);
    }
}
