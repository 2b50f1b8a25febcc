package dev.attest.internal.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The file system, as the journal uses it. Tests replace it, to simulate power cuts and full disks. */
interface Disk {

    /** Creates a folder that only its owner can enter. Its parent must exist. No-op if the folder exists. */
    void createFolder(Path folder) throws IOException;

    /** Opens a file for writing. Creates it, for its owner only, if it does not exist. */
    Handle open(Path file) throws IOException;

    /** Creates an empty file, for its owner only. Returns true to exactly one of all concurrent callers. */
    boolean createNew(Path file) throws IOException;

    /** Opens an existing file for reading. */
    Handle read(Path file) throws IOException;

    boolean exists(Path path);

    /** Returns the time of the last write to a file. */
    Instant lastModified(Path file) throws IOException;

    /** Returns whether the path is a folder; a link to a folder is not. */
    boolean isFolder(Path path);

    /** Returns the entries of a folder; none if there is no such folder. */
    List<Path> list(Path folder) throws IOException;

    /** Renames a file or folder atomically. */
    void rename(Path from, Path to) throws IOException;

    /** Deletes a file or an empty folder. No-op if it does not exist. */
    void delete(Path path) throws IOException;

    /**
     * Deletes a folder with the files in it. No-op if it does not exist. Does not follow links.
     *
     * @throws IOException if it holds a folder that is not empty; that one stays
     */
    default void deleteWithFiles(Path folder) throws IOException {
        for (Path entry : isFolder(folder) ? list(folder) : List.<Path>of()) {
            delete(entry);
        }
        delete(folder);
    }

    /** Returns whether an open file can be renamed, and be read after its name is deleted. */
    default boolean keepsDeleted() {
        return false;
    }

    /** Waits until the names in a folder survive a power cut, if the system supports that. */
    void forceFolder(Path folder) throws IOException;

    /**
     * Locks a folder for this JVM, until the lock is closed or the JVM dies. Returns null if the folder is locked or
     * does not exist. The lock file names the owner, as drawn in {@link LockOwner}.
     *
     * @throws IOException if the file system cannot lock at all
     */
    @Nullable
    Closeable tryLock(Path folder) throws IOException;

    /** A lock whose file may be deleted. */
    interface Renewable {

        /**
         * Locks the folder again if the lock file is gone. Returns false if another JVM was faster.
         *
         * @throws IOException if that fails
         */
        boolean renew() throws IOException;
    }

    /** An open file. An interrupt does not close it. */
    interface Handle extends LineScanner.Source, Closeable {

        long size() throws IOException;

        /** Returns the number of bytes read, -1 at the end. */
        @Override
        int read(long position, byte[] into, int offset, int length) throws IOException;

        /** Writes all bytes. If it throws, it may have written the first ones. */
        void write(long position, byte[] from, int offset, int length) throws IOException;

        void truncate(long size) throws IOException;

        /** Waits until the bytes survive a power cut. */
        void force() throws IOException;
    }
}
