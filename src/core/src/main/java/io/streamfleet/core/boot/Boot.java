package io.streamfleet.core.boot;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * All that a server does by itself when it boots.
 *
 * @param carrier what carries it to the server
 * @param files what is put on it
 * @param early commands before the server's own services start, at every boot, so they must bear repetition; each is a
 *     program and its arguments, run without a shell
 * @param late commands once the files are there, at the first boot or, by a start-up script, at every one
 */
public record Boot(BootCarrier carrier, List<BootFile> files, List<List<String>> early, List<List<String>> late) {
    public Boot {
        requireNonNull(carrier, "carrier");
        files = List.copyOf(files);
        early = early.stream().map(List::copyOf).toList();
        late = late.stream().map(List::copyOf).toList();
    }
}
