package dev.attest.internal.journal;

import java.nio.file.Path;
import java.util.List;

/**
 * The folder of a run, inspected without locks.
 *
 * @param folder of the run, which its JVMs share
 * @param journals of its JVMs, refused ones included
 * @param damaged folders with copies of unreadable lines
 * @param shared whether it holds facts that JVMs share
 */
public record InspectedRun(Path folder, List<InspectedJournal> journals, List<Path> damaged, boolean shared) {

    public InspectedRun {
        journals = List.copyOf(journals);
        damaged = List.copyOf(damaged);
    }

    /** Returns whether Attest created the folder. */
    boolean isOurs() {
        return shared || !journals.isEmpty() || !damaged.isEmpty();
    }
}
