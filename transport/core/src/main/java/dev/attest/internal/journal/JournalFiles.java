package dev.attest.internal.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The names of all files that Attest writes. Only these are deleted; files that people put beside them stay. */
public final class JournalFiles {

    private static final Pattern OF_JOURNAL = Pattern.compile("lock|events\\.journal|[a-z0-9-]+\\.acks|blobs|output");
    private static final Pattern OF_BLOBS = Pattern.compile("[0-9a-f]{64}(\\.[a-z0-9-]+){0,2}|\\d+\\.tmp");
    /** Console output that does not fit into memory. */
    private static final Pattern OF_OUTPUT = Pattern.compile("\\d+\\.tmp");

    private static final Pattern OF_DAMAGE =
            Pattern.compile("(events\\.journal|[a-z0-9-]+\\.acks|facts)\\.\\d+-\\d+(\\.tmp)?");

    private static final Disk DISK = new LocalDisk();

    private JournalFiles() {}

    /** Returns whether a folder of a journal, or of damaged lines, holds only files of Attest. */
    public static boolean onlyIn(Path folder) throws IOException {
        return holdsOnly(folder, OF_DAMAGE)
                || (holdsOnly(folder, OF_JOURNAL)
                        && holdsOnly(folder.resolve(Blobs.FOLDER), OF_BLOBS)
                        && holdsOnly(folder.resolve(JournalFolder.OUTPUT), OF_OUTPUT));
    }

    /**
     * Deletes the folder of a refused journal or of damaged lines.
     *
     * @throws IOException if it holds a file that is not of Attest; nothing is deleted then
     */
    public static void delete(Path folder) throws IOException {
        if (!onlyIn(folder)) {
            throw new IOException("it holds files that are not Attest's");
        }
        for (Path entry : DISK.list(folder)) {
            DISK.deleteWithFiles(entry);
        }
        DISK.delete(folder);
    }

    /** A link counts as a file and is not followed, since it may lead anywhere. */
    private static boolean holdsOnly(Path folder, Pattern names) throws IOException {
        if (!DISK.isFolder(folder)) {
            return !DISK.exists(folder);
        }
        return DISK.list(folder).stream()
                .allMatch(entry -> names.matcher(entry.getFileName().toString()).matches());
    }
}
