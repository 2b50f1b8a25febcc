package dev.attest.internal.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Where journals wait for their delivery. Thread-safe. */
public interface WaitingJournals {

    /** Holds no journal. */
    WaitingJournals NONE = new WaitingJournals() {
        @Override
        public List<Path> folders(Consumer<String> refused) {
            return List.of();
        }

        @Override
        public RunFolder run(Path folder) {
            throw new IllegalArgumentException("no run is here: " + folder);
        }

        @Override
        public Optional<Journal> adopt(Path folder, RunFolder run, Consumer<String> refused) {
            return Optional.empty();
        }
    };

    /**
     * Returns the folder of each journal, run by run, whether its JVM lives or not. Deletes what is left of runs that
     * have ended.
     *
     * @param refused takes a message for each run that cannot be read
     * @throws IOException if the folder of all journals is unusable; the message says what to do
     */
    List<Path> folders(Consumer<String> refused) throws IOException;

    /** Returns the run in a folder, which need not exist. */
    RunFolder run(Path folder);

    /**
     * Locks and opens a journal whose owner is dead or has closed it. Reads it once, to cut off a line that its owner
     * wrote by half. It may hold no event. Returns empty if the journal is in use or deleted, or after {@code refused}
     * got a message.
     *
     * @param folder of the journal
     * @param run the run that it is of
     * @param refused takes a message if the journal is free and not adopted: a newer version or another user wrote it,
     *     or it is unreadable
     */
    Optional<Journal> adopt(Path folder, RunFolder run, Consumer<String> refused);
}
