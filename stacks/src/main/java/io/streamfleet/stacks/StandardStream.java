package io.streamfleet.stacks;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** One of the process's own streams, which remembers why it could not be written: a writer upon it forgets that. */
final class StandardStream extends OutputStream {
    /** What the system says when nobody reads any more, such as after {@code | head -1}. */
    private static final String NOBODY_READS = "Broken pipe";

    private final OutputStream target;
    private IOException fault;

    StandardStream(FileDescriptor descriptor) {
        this(new FileOutputStream(descriptor));
    }

    StandardStream(OutputStream target) {
        this.target = target;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
        try {
            target.write(bytes, start, length);
        } catch (IOException e) {
            fault = e;
            throw e;
        }
    }

    /** Returns why something that was written is lost; empty also where its reader wanted no more. */
    Optional<String> loss() {
        return Optional.ofNullable(fault).map(IOException::getMessage).filter(why -> !NOBODY_READS.equals(why));
    }
}
