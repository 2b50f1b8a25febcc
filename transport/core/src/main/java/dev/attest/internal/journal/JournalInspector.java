package dev.attest.internal.journal;

import dev.attest.internal.journal.InspectedJournal.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Inspects the folder of all journals. It takes no lock and changes no file, so that it can run beside JVMs that write
 * journals.
 */
public final class JournalInspector {

    private static final Pattern REFUSED = Pattern.compile("[0-9]+-[0-9a-f]{8}\\.refused");
    private static final Pattern DAMAGED = Pattern.compile("([0-9]+-[0-9a-f]{8}|[a-z0-9-]+\\.run)\\.damaged");

    private static final Disk DISK = new LocalDisk();

    private JournalInspector() {}

    /** Returns the runs with journals or other files in this folder; none if there is no such folder. */
    public static List<InspectedRun> inspect(Path dir) throws IOException {
        List<InspectedRun> runs = new ArrayList<>();
        for (Path folder : DISK.list(dir.toAbsolutePath().normalize())) {
            InspectedRun run = DISK.isFolder(folder) ? run(folder) : null;
            if (run != null && run.isOurs()) {
                runs.add(run);
            }
        }
        return runs;
    }

    private static InspectedRun run(Path folder) throws IOException {
        List<InspectedJournal> journals = new ArrayList<>();
        List<Path> damaged = new ArrayList<>();
        boolean shared = false;
        for (Path entry : DISK.list(folder)) {
            String name = entry.getFileName().toString();
            if (!DISK.isFolder(entry)) {
                continue;
            }
            if (Journals.isJvm(entry) || REFUSED.matcher(name).matches()) {
                if (DISK.exists(entry.resolve(Journal.EVENTS)) || JournalFiles.onlyIn(entry)) {
                    journals.add(journal(entry, !Journals.isJvm(entry)));
                }
            } else if (DAMAGED.matcher(name).matches()) {
                damaged.add(entry);
            } else {
                shared |= name.endsWith(RunFolder.FACTS) && DISK.exists(entry.resolve(RunLease.FILE));
            }
        }
        return new InspectedRun(folder, journals, damaged, shared);
    }

    private static InspectedJournal journal(Path folder, boolean refused) throws IOException {
        if (refused) {
            return new InspectedJournal(folder, State.REFUSED, 0, "");
        }
        LockOwner owner = LockOwner.of(folder);
        State state = owner.isAlive() ? State.IN_USE : State.ORPHANED;
        return new InspectedJournal(folder, state, owner.pid(), owner.otherHost());
    }

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

        private boolean isOurs() {
            return shared || !journals.isEmpty() || !damaged.isEmpty();
        }
    }
}
