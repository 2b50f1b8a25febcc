package dev.attest.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the journal asks of a file system: the seam at which the tests let power fail and disks fill up. */
interface Disk {

    /** Makes a folder that only its owner can enter; its parent exists. No-op if it exists. */
    void createFolder(Path folder) throws IOException;

    /** Opens a file for writing, and makes it, for its owner only, where it does not exist. */
    Handle open(Path file) throws IOException;

    /** Makes an empty file, for its owner only; returns whether there was none, of all who try at once to one alone. */
    boolean createNew(Path file) throws IOException;

    /** Opens a file that exists for reading. */
    Handle read(Path file) throws IOException;

    boolean exists(Path path);

    /** Returns when a file was last written to. */
    Instant lastModified(Path file) throws IOException;

    /** Returns whether it is a folder itself, and not a link to one. */
    boolean isFolder(Path path);

    /** Returns what a folder holds; nothing where there is no such folder. */
    List<Path> list(Path folder) throws IOException;

    /** Gives a file another name, atomically. */
    void rename(Path from, Path to) throws IOException;

    /** Removes a file or an empty folder. No-op if there is none. */
    void delete(Path path) throws IOException;

    /** Waits until the names in a folder would survive a power cut, where the system can do that. */
    void forceFolder(Path folder) throws IOException;

    /**
     * Locks a folder for an owner in this JVM, until it is closed or the JVM dies; null if somebody holds it, or there is
     * no such folder.
     *
     * @param owner who says so in the lock file, for people
     * @throws IOException if the file system cannot lock at all
     */
    @Nullable
    Closeable tryLock(Path folder, String owner) throws IOException;

    /** An open file. Not affected by interrupts. */
    interface Handle extends Closeable {

        long size() throws IOException;

        /** Returns how many bytes it read, -1 at the end. */
        int read(long position, byte[] into, int offset, int length) throws IOException;

        /** Writes all of it, or throws and may have written any first part of it. */
        void write(long position, byte[] from, int offset, int length) throws IOException;

        void truncate(long size) throws IOException;

        /** Waits until the bytes would survive a power cut. */
        void force() throws IOException;
    }
}
