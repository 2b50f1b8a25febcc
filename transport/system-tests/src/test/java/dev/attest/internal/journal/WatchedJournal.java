package dev.attest.internal.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;

/** Opens a journal whose changes of the disk are watched. */
public final class WatchedJournal {

    private WatchedJournal() {}

    /**
     * Opens one in the folder of a run of its own.
     *
     * @param watcher takes words such as {@code before write to events.journal}
     */
    public static Journal open(Path dir, Consumer<String> watcher) throws IOException {
        SafeFolders.prepare(dir);
        Disk disk = new WatchedDisk(watcher);
        Path run = dir.resolve("watched");
        Path folder = run.resolve(ProcessHandle.current().pid() + "-00000000");
        disk.createFolder(run);
        disk.createFolder(folder);
        Closeable lock = Objects.requireNonNull(disk.tryLock(folder));
        return new Journal(disk, folder, new RunFolder(new Journals(run), disk, run, false), lock, false);
    }
}
