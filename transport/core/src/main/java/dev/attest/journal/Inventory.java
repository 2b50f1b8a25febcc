package dev.attest.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Inspects the folder of all journals. It takes no lock and changes no file, so that it can run beside JVMs that write
 * journals.
 */
public final class Inventory {

    private static final Pattern REFUSED = Pattern.compile("[0-9]+-[0-9a-f]{8}\\.refused");
    private static final Pattern DAMAGED = Pattern.compile("([0-9]+-[0-9a-f]{8}|[a-z0-9-]+\\.run)\\.damaged");

    private static final Disk DISK = new LocalDisk();

    private Inventory() {}

    /** Returns the runs with journals or other files in this folder; none if there is no such folder. */
    public static List<FoundRun> of(Path dir) throws IOException {
        List<FoundRun> runs = new ArrayList<>();
        for (Path folder : DISK.list(dir.toAbsolutePath().normalize())) {
            FoundRun run = DISK.isFolder(folder) ? run(folder) : null;
            if (run != null && run.isOurs()) {
                runs.add(run);
            }
        }
        return runs;
    }

    private static FoundRun run(Path folder) throws IOException {
        List<FoundJournal> journals = new ArrayList<>();
        List<Path> damaged = new ArrayList<>();
        boolean shared = false;
        for (Path entry : DISK.list(folder)) {
            String name = entry.getFileName().toString();
            if (!DISK.isFolder(entry)) {
                continue;
            }
            if (Journals.isJvm(entry) || REFUSED.matcher(name).matches()) {
                if (DISK.exists(entry.resolve(Journal.EVENTS)) || Remains.areAll(entry)) {
                    journals.add(journal(entry, !Journals.isJvm(entry)));
                }
            } else if (DAMAGED.matcher(name).matches()) {
                damaged.add(entry);
            } else {
                shared |= name.endsWith(RunFolder.FACTS) && DISK.exists(entry.resolve(RunHold.FILE));
            }
        }
        return new FoundRun(folder, journals, damaged, shared);
    }

    private static FoundJournal journal(Path folder, boolean refused) throws IOException {
        if (refused) {
            return new FoundJournal(folder, FoundJournal.State.REFUSED, 0, "");
        }
        Holder holder = Holder.of(folder);
        FoundJournal.State state = holder.isAlive() ? FoundJournal.State.HELD : FoundJournal.State.LEFT;
        return new FoundJournal(folder, state, holder.pid(), holder.elsewhere());
    }
}
