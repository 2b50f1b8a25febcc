package dev.attest.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What may be removed from the folder of journals: what Attest wrote, and nothing that anybody put beside it. */
public final class Remains {

    private static final Pattern OF_JOURNAL =
            Pattern.compile("lock|events\\.journal|[a-z0-9-]+\\.receipts|blobs|output");
    private static final Pattern OF_BLOBS = Pattern.compile("[0-9a-f]{64}(\\.[a-z0-9-]+){0,2}|\\d+\\.tmp");
    /** Of console output that was too long for memory. */
    private static final Pattern OF_OUTPUT = Pattern.compile("\\d+\\.tmp");

    private static final Pattern OF_DAMAGE =
            Pattern.compile("(events\\.journal|[a-z0-9-]+\\.receipts|facts)\\.\\d+-\\d+(\\.tmp)?");

    private static final Disk DISK = new LocalDisk();

    private Remains() {}

    /** Returns whether a folder, of a journal or of what was set aside, holds nothing but what Attest wrote. */
    public static boolean areAll(Path folder) throws IOException {
        return holdsOnly(folder, OF_DAMAGE)
                || (holdsOnly(folder, OF_JOURNAL)
                        && holdsOnly(folder.resolve(Blobs.FOLDER), OF_BLOBS)
                        && holdsOnly(folder.resolve(JournalFolder.OUTPUT), OF_OUTPUT));
    }

    /**
     * Removes a folder with what was refused or damaged.
     *
     * @throws IOException if it holds anything that Attest did not write: then nothing of it is removed
     */
    public static void remove(Path folder) throws IOException {
        if (!areAll(folder)) {
            throw new IOException("it holds files that are not Attest's");
        }
        for (Path entry : DISK.list(folder)) {
            for (Path file : DISK.isFolder(entry) ? DISK.list(entry) : List.<Path>of()) {
                DISK.delete(file);
            }
            DISK.delete(entry);
        }
        DISK.delete(folder);
    }

    /** A link may lead anywhere: it counts as a file, and what is behind it is not looked at. */
    private static boolean holdsOnly(Path folder, Pattern names) throws IOException {
        if (!DISK.isFolder(folder)) {
            return !DISK.exists(folder);
        }
        return DISK.list(folder).stream()
                .allMatch(entry -> names.matcher(entry.getFileName().toString()).matches());
    }
}
