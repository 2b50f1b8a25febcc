package dev.attest.standin.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The requests of an HTTP archive. The texts are as they are in the file.
 *
 * @param entries the first ones
 * @param total how many there are
 * @param failed how many of all have no reply, or one of 400 and more
 */
public record HarTable(List<HarEntry> entries, int total, int failed) {

    /** Larger archives are read as texts. */
    public static final long LARGEST = 16 << 20;

    static final int MOST_ENTRIES = 200;

    /** Copies the list. */
    public HarTable {
        entries = List.copyOf(entries);
    }

    /** Returns the requests of a file; empty if it is no archive, too large, or damaged. */
    public static Optional<HarTable> of(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(file)) {
            return HarReader.read(in);
        }
    }

    /** Returns how many requests are not among the entries. */
    public int more() {
        return total - entries.size();
    }

    /**
     * A request and its reply.
     *
     * @param status 0 if there was no reply
     * @param size of the content in bytes; negative if it is not known
     * @param milliseconds negative if the time is not known
     */
    public record HarEntry(String method, int status, String url, long size, double milliseconds) {

        /** Returns whether there is no reply, or one that refuses. */
        public boolean failed() {
            return status < 100 || status >= 400;
        }
    }
}
