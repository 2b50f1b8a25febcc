package dev.attest.internal.journal;

import dev.attest.internal.journal.event.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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

    private final Disk disk;
    private final Path folder;
    private final AtomicLong partials = new AtomicLong();
    private final Set<String> unforced = ConcurrentHashMap.newKeySet();

    /** Contents that this process wrote or checked. A power cut may have damaged the contents of a dead process. */
    private final Set<String> trusted = ConcurrentHashMap.newKeySet();

    Blobs(Disk disk, Path folder) throws IOException {
        this.disk = disk;
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
        disk.createFolder(folder);
        Path partial = folder.resolve(partials.incrementAndGet() + ".tmp");
        try {
            StoredBlob stored = copy(content, partial);
            Path blob = folder.resolve(stored.sha256());
            if (trusted.contains(stored.sha256())) {
                disk.delete(partial);
            } else {
                disk.rename(partial, blob);
                unforced.add(stored.sha256());
                trusted.add(stored.sha256());
            }
            return stored;
        } catch (IOException e) {
            deleteAfter(e, partial);
            throw new IOException("cannot keep an attachment in " + folder + ": " + e.getMessage(), e);
        }
    }

    Content content(String sha256) throws IOException {
        if (!NAME.matcher(sha256).matches()) {
            throw new IOException("'" + sha256 + "' is not the name of an attachment in " + folder);
        }
        Path blob = folder.resolve(sha256);
        if (!disk.exists(blob)) {
            throw new IOException("the attachment " + blob + " is not there: lost in a power cut, or deleted");
        }
        Blob content = Blob.open(disk, blob);
        if (!trusted.contains(sha256)) {
            check(content, sha256, blob);
            trusted.add(sha256);
        }
        return content;
    }

    void force() throws IOException {
        Set<String> batch = Set.copyOf(unforced);
        if (batch.isEmpty()) {
            return;
        }
        for (String sha256 : batch) {
            try (Disk.Handle handle = disk.open(folder.resolve(sha256))) {
                handle.force();
            }
        }
        disk.forceFolder(folder);
        disk.forceFolder(Objects.requireNonNull(folder.getParent()));
        unforced.removeAll(batch);
    }

    private StoredBlob copy(InputStream content, Path partial) throws IOException {
        MessageDigest sha256 = sha256();
        long size = 0;
        try (Disk.Handle out = disk.open(partial)) {
            out.truncate(0);
            byte[] chunk = new byte[CHUNK];
            for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                sha256.update(chunk, 0, read);
                out.write(size, chunk, 0, read);
                size += read;
            }
        }
        return new StoredBlob(HexFormat.of().formatHex(sha256.digest()), size);
    }

    private static void check(Content content, String expected, Path blob) throws IOException {
        MessageDigest sha256 = sha256();
        try (InputStream in = new DigestInputStream(content.open(), sha256)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        if (!HexFormat.of().formatHex(sha256.digest()).equals(expected)) {
            throw new IOException("the attachment " + blob + " is damaged: its bytes do not match its name");
        }
    }

    private void deleteAfter(IOException cause, Path partial) {
        try {
            disk.delete(partial);
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
