package dev.attest.internal.files;

import dev.attest.internal.files.FixedLengthFile.UnreadableException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file to attach, opened for a copy of its current content. A directory is zipped first. */
public final class AttachedFile implements Closeable {

    private static final int MAX_NAMES = 5;

    private final String name;
    private final InputStream content;
    private final List<String> leftOut;

    private AttachedFile(String name, InputStream content, List<String> leftOut) {
        this.name = name;
        this.content = content;
        this.leftOut = leftOut;
    }

    public static AttachedFile open(Path file) throws UnreadableException {
        Path last = file.toAbsolutePath().normalize().getFileName();
        String name = last == null ? "root" : last.toString();
        if (!Files.isDirectory(file)) {
            return new AttachedFile(name, FixedLengthFile.open(file), List.of());
        }
        try {
            // A link to a directory is followed, links inside it are not.
            ZippedDirectory folder = ZippedDirectory.of(file.toRealPath());
            return new AttachedFile(name + ".zip", folder.open(), folder.leftOut());
        } catch (IOException e) {
            throw new UnreadableException(e.toString());
        }
    }

    public String name() {
        return name;
    }

    public InputStream content() {
        return content;
    }

    /** Returns what is left out, for messages; empty if nothing is. */
    public String leftOut() {
        if (leftOut.size() <= MAX_NAMES) {
            return String.join(", ", leftOut);
        }
        int more = leftOut.size() - MAX_NAMES;
        return String.join(", ", leftOut.subList(0, MAX_NAMES)) + " and " + more + " more";
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
