package dev.attest.journal;

import java.nio.file.Path;
import java.util.List;

/**
 * The folder of a run, as it was found.
 *
 * @param folder that the JVMs of the run have in common
 * @param journals of JVMs, and what is left of those that were refused
 * @param damaged folders with copies of what could not be read
 * @param shared whether JVMs agreed on something there that is kept
 */
public record FoundRun(Path folder, List<FoundJournal> journals, List<Path> damaged, boolean shared) {

    /** Copies the lists. */
    public FoundRun {
        journals = List.copyOf(journals);
        damaged = List.copyOf(damaged);
    }

    /** Any other folder is none of ours. */
    boolean isOurs() {
        return shared || !journals.isEmpty() || !damaged.isEmpty();
    }
}
