package dev.attest.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Folders that a person may want to have removed, and which of them hold nothing but what Attest wrote. */
public final class Remains {

    private static final Pattern OF_JOURNAL = Pattern.compile("lock|events\\.journal|[a-z0-9-]+\\.receipts|blobs");
    private static final Pattern BLOB = Pattern.compile("[0-9a-f]{64}|\\d+\\.tmp");
    private static final Pattern OF_DAMAGE =
            Pattern.compile("(events\\.journal|[a-z0-9-]+\\.receipts|facts)\\.\\d+-\\d+(\\.tmp)?");

    private Remains() {}

    /**
     * Removes a folder with what was refused or damaged.
     *
     * @throws IOException if it holds anything that Attest did not write: then nothing of it is removed
     */
    public static void remove(Path folder) throws IOException {
        Disk disk = new LocalDisk();
        if (!areOfJournal(disk, folder) && !holdsOnly(disk, folder, OF_DAMAGE)) {
            throw new IOException("it holds files that are not Attest's");
        }
        Path blobs = folder.resolve(Blobs.FOLDER);
        for (Path blob : disk.list(blobs)) {
            disk.delete(blob);
        }
        for (Path entry : disk.list(folder)) {
            disk.delete(entry);
        }
        disk.delete(folder);
    }

    static boolean areOfJournal(Disk disk, Path folder) throws IOException {
        Path blobs = folder.resolve(Blobs.FOLDER);
        boolean noLink = disk.isFolder(blobs) || !disk.exists(blobs);
        return noLink && holdsOnly(disk, folder, OF_JOURNAL) && holdsOnly(disk, blobs, BLOB);
    }

    private static boolean holdsOnly(Disk disk, Path folder, Pattern names) throws IOException {
        return disk.list(folder).stream()
                .allMatch(entry -> names.matcher(entry.getFileName().toString()).matches());
    }
}
