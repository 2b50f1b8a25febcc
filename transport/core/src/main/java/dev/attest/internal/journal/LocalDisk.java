package dev.attest.internal.journal;

import java.io.Closeable;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The file system of this machine.
 *
 * <p>It uses random access files instead of channels. A channel closes for all threads if one of them is interrupted,
 * and a timeout interrupts the thread of a test. No file is opened and no folder is created through a link. Where a
 * test has set a security manager that denies the access, it fails as it does without rights.
 */
final class LocalDisk implements Disk {

    @Override
    public void createFolder(Path folder) throws IOException {
        try {
            Files.createDirectory(folder, onlyOwner(folder, "rwx------"));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileSystemException(folder.toString(), null, "it is not a folder");
            }
        } catch (SecurityException e) {
            throw denied(folder, e);
        }
    }

    @Override
    public Handle open(Path file) throws IOException {
        try {
            return openForOwner(file);
        } catch (SecurityException e) {
            throw denied(file, e);
        }
    }

    @Override
    public boolean createNew(Path file) throws IOException {
        try {
            return createForOwner(file);
        } catch (SecurityException e) {
            throw denied(file, e);
        }
    }

    @Override
    public Handle read(Path file) throws IOException {
        try {
            requireFile(file);
            return new LocalFile(file, "r");
        } catch (SecurityException e) {
            throw denied(file, e);
        }
    }

    @Override
    public boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public Instant lastModified(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant();
    }

    @Override
    public boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (SecurityException e) {
            throw denied(to, e);
        }
    }

    @Override
    public void delete(Path path) throws IOException {
        try {
            Files.deleteIfExists(path);
        } catch (SecurityException e) {
            throw denied(path, e);
        }
    }

    /** Windows neither renames nor deletes a file that is open. */
    @Override
    public boolean keepsDeleted() {
        return File.separatorChar != '\\';
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        if (File.separatorChar == '\\') {
            return; // Windows cannot do that and need not: NTFS journals names
        }
        boolean interrupted = Thread.interrupted();
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (SecurityException e) {
            throw denied(folder, e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public @Nullable Closeable tryLock(Path folder) throws IOException {
        return JournalLock.tryAcquire(folder);
    }

    static LocalFile openForOwner(Path file) throws IOException {
        if (!createForOwner(file)) {
            requireFile(file);
        }
        return new LocalFile(file, "rw");
    }

    /** A link in a folder that somebody else packed may lead to any file of this user. */
    private static void requireFile(Path file) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(file.toString(), null, "it is a link or a folder, not a file");
        }
    }

    private static boolean createForOwner(Path file) throws IOException {
        try {
            Files.createFile(file, onlyOwner(file, "rw-------"));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Returns what a folder without rights throws, of which callers keep a part in memory. */
    private static IOException denied(Path path, SecurityException e) {
        return new AccessDeniedException(path.toString(), null, String.valueOf(e.getMessage()));
    }

    private static FileAttribute<?>[] onlyOwner(Path path, String permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Not thread-safe, except {@link #force}. */
    static final class LocalFile extends RandomAccessFile implements Handle {

        private long pointer;

        private LocalFile(Path file, String mode) throws FileNotFoundException {
            super(file.toFile(), mode);
        }

        @Override
        public long size() throws IOException {
            return length();
        }

        @Override
        public int read(long position, byte[] into, int offset, int length) throws IOException {
            seek(position);
            pointer = -1;
            return read(into, offset, length);
        }

        @Override
        public void write(long position, byte[] from, int offset, int length) throws IOException {
            if (pointer != position) {
                seek(position);
            }
            pointer = -1;
            write(from, offset, length);
            pointer = position + length;
        }

        @Override
        public void truncate(long size) throws IOException {
            pointer = -1;
            setLength(size);
        }

        @Override
        public void force() throws IOException {
            getFD().sync();
        }
    }
}
