package dev.attest.internal.journal;

import dev.attest.internal.guard.GuardedLogger;
import dev.attest.internal.guard.MemoryBudget;
import dev.attest.internal.journal.event.Content;
import dev.attest.internal.journal.event.UploadCursor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * The contents of attachments, each once, under the name of its hash. Thread-safe.
 *
 * <pre>
 * blobs/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
 * blobs/9f86d081884c....azure-7-4711               cursor of an upload of that content
 * blobs/9f86d081884c....azure-7-4711.tmp           that cursor while it is written
 * blobs/17.tmp                                     a content while it is written
 * </pre>
 */
final class Blobs {

    static final String FOLDER = "blobs";

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");
    private static final int CHUNK = 64 * 1024;

    private static final GuardedLogger LOG = GuardedLogger.of(Blobs.class);

    private final Disk disk;

    /** For what the disk does not take. */
    private final MemoryDisk spare;

    private final Path folder;
    private final AtomicLong partials = new AtomicLong();
    private final Set<String> unforced = ConcurrentHashMap.newKeySet();

    /** Contents that this process wrote or checked. A power cut may have damaged the contents of a dead process. */
    private final Set<String> trusted = ConcurrentHashMap.newKeySet();

    private final LastBlobs last = new LastBlobs();

    Blobs(Disk disk, Path folder, MemoryBudget memory) throws IOException {
        this.disk = disk;
        this.spare = MemoryDisk.forFiles(memory);
        this.folder = folder;
        if (disk.exists(folder) && !disk.isFolder(folder)) {
            throw new IOException(folder + " is not a folder");
        }
        for (Path blob : disk.list(folder)) {
            String name = blob.getFileName().toString();
            if (NAME.matcher(name).matches()) {
                unforced.add(name); // its owner may have died before it forced it
            }
        }
    }

    StoredBlob store(InputStream content) throws IOException {
        Path partial = folder.resolve(partials.incrementAndGet() + ".tmp");
        BlobWriter writer = new BlobWriter(home(), spare, partial);
        try {
            StoredBlob stored = copy(content, writer);
            if (isThere(stored.sha256())) {
                writer.discard();
            } else {
                last.add(stored.sha256(), writer.rename(folder.resolve(stored.sha256())));
                unforced.add(stored.sha256());
                trusted.add(stored.sha256());
            }
            return stored;
        } catch (IOException e) {
            discardAfter(e, writer);
            throw new IOException("cannot keep an attachment in " + folder + ": " + e.getMessage(), e);
        } catch (Throwable e) {
            writer.discard();
            throw e;
        }
    }

    /** Returns where new contents go: to memory if the folder cannot be made. */
    private Disk home() {
        try {
            disk.createFolder(folder);
            return disk instanceof MemoryDisk ? spare : disk;
        } catch (IOException e) {
            LOG.log(Level.DEBUG, () -> "kept in memory: attachments of " + folder, e);
            return spare;
        }
    }

    /** Returns whether a content that this process wrote or checked is neither deleted nor damaged since. */
    private boolean isThere(String sha256) {
        Path blob = folder.resolve(sha256);
        return trusted.contains(sha256) && (disk.exists(blob) || spare.exists(blob) || last.has(sha256));
    }

    /** Closes the files. */
    void close() throws IOException {
        last.close();
    }

    /** Returns whether a file is a content, and not the cursor of an upload or a part. */
    private static boolean isContent(Path file) {
        return NAME.matcher(file.getFileName().toString()).matches();
    }

    /** Returns how many contents are in memory only. */
    int unwritten() {
        return disk instanceof MemoryDisk ? 0 : countContents();
    }

    private int countContents() {
        int contents = 0;
        for (Path file : spare.list(folder)) {
            if (isContent(file)) {
                contents++;
            }
        }
        return contents;
    }

    /** Returns a content that is found anew each time it is opened: its folder may vanish meanwhile. */
    Content content(String sha256) throws IOException {
        if (!NAME.matcher(sha256).matches()) {
            throw new LostContentException("'" + sha256 + "' is not the name of an attachment in " + folder);
        }
        last.noteRead(sha256);
        Content found = find(sha256);
        return new Content() {
            @Override
            public long size() {
                return found.size();
            }

            @Override
            public InputStream open() throws IOException {
                return find(sha256).open();
            }

            @Override
            public UploadCursor uploadCursor(String transfer) {
                return found.uploadCursor(transfer);
            }
        };
    }

    private Content find(String sha256) throws IOException {
        Path blob = folder.resolve(sha256);
        if (spare.exists(blob)) {
            return Blob.held(spare, blob, spare.read(blob));
        }
        if (!disk.exists(blob)) {
            Disk.Handle open = last.get(sha256);
            if (open == null) {
                throw new LostContentException(
                        "the attachment " + blob + " is not there: lost in a power cut, or deleted");
            }
            return Blob.held(spare, blob, open);
        }
        Blob content = onDisk(blob);
        if (!trusted.contains(sha256)) {
            check(content, sha256, blob);
            trusted.add(sha256);
        }
        return content;
    }

    private Blob onDisk(Path blob) throws IOException {
        try {
            return Blob.open(disk, blob);
        } catch (FileSystemException e) {
            throw new LostContentException(String.valueOf(e.getMessage())); // a link, or a folder
        }
    }

    void force() throws IOException {
        writeUnwritten();
        Set<String> batch = Set.copyOf(unforced);
        if (batch.isEmpty()) {
            return;
        }
        for (String sha256 : batch) {
            Path blob = folder.resolve(sha256);
            if (disk.exists(blob)) {
                try (Disk.Handle handle = disk.open(blob)) {
                    handle.force();
                }
            }
        }
        if (disk.exists(folder)) {
            disk.forceFolder(folder);
            disk.forceFolder(Objects.requireNonNull(folder.getParent()));
        }
        unforced.removeAll(batch);
    }

    /** Returns whether the files that are held have a name. */
    boolean areOnDisk() {
        // The folder vanishes as a whole, and this is asked each second.
        for (String sha256 : last.open()) {
            if (!disk.exists(folder.resolve(sha256))) {
                return false;
            }
        }
        return true;
    }

    /** Writes again what was deleted, as far as it is held. */
    void restore() throws IOException {
        for (String sha256 : last.all()) {
            Path blob = folder.resolve(sha256);
            Disk.Handle held = disk.exists(blob) ? null : last.get(sha256);
            if (held != null) {
                disk.createFolder(folder);
                write(Blob.held(spare, blob, held), blob);
                unforced.add(sha256);
            }
        }
    }

    /** Moves what the disk did not take to the disk, as far as there is room now. */
    private void writeUnwritten() {
        if (disk instanceof MemoryDisk) {
            return;
        }
        try {
            for (Path blob : spare.list(folder)) {
                if (isContent(blob)) {
                    disk.createFolder(folder);
                    write(Blob.held(spare, blob, spare.read(blob)), blob);
                    String sha256 = blob.getFileName().toString();
                    last.add(sha256, disk.keepsDeleted() ? disk.read(blob) : null);
                    unforced.add(sha256);
                    spare.delete(blob);
                }
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, () -> "still in memory: attachments of " + folder, e);
        }
    }

    private void write(Content content, Path blob) throws IOException {
        Path partial = folder.resolve(partials.incrementAndGet() + ".tmp");
        try (InputStream in = content.open();
                Disk.Handle out = disk.open(partial)) {
            long size = 0;
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                out.write(size, chunk, 0, read);
                size += read;
            }
        } catch (IOException e) {
            disk.delete(partial);
            throw e;
        }
        disk.rename(partial, blob);
    }

    private static StoredBlob copy(InputStream content, BlobWriter writer) throws IOException {
        MessageDigest sha256 = sha256();
        byte[] chunk = new byte[CHUNK];
        for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
            sha256.update(chunk, 0, read);
            writer.write(chunk, read);
        }
        return new StoredBlob(HexFormat.of().formatHex(sha256.digest()), writer.size());
    }

    private static void check(Content content, String expected, Path blob) throws IOException {
        MessageDigest sha256 = sha256();
        try (InputStream in = new DigestInputStream(content.open(), sha256)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        if (!HexFormat.of().formatHex(sha256.digest()).equals(expected)) {
            throw new LostContentException("the attachment " + blob + " is damaged: its bytes do not match its name");
        }
    }

    private static void discardAfter(IOException cause, BlobWriter writer) {
        try {
            writer.discard();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
