package io.streamfleet.stacks.synth;

import java.nio.file.Path;

/** A synthesiser each of whose stacks can be written by any process: what several have written is put together. */
public interface SharingSynthesiser extends Synthesiser {
    /**
     * Moves the output of another process to the rest, such that it is the same as that of one process.
     *
     * @param part what another process synthesised; left without its stacks
     * @param whole a folder that this synthesiser has written
     */
    void add(Path part, Path whole);
}
