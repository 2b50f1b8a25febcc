package dev.attest.internal.files;

import dev.attest.internal.files.FixedLengthFile.UnreadableException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file to attach, opened for a copy of its current content. A directory is zipped first.
 *
 * @param leftOut what is left out, for messages; empty if nothing is
 */
public record AttachedFile(String name, InputStream content, String leftOut) implements Closeable {

    private static final int MAX_NAMES = 5;

    public static AttachedFile open(Path file) throws UnreadableException {
        String name = nameOf(file);
        if (!Files.isDirectory(file)) {
            return new AttachedFile(name, FixedLengthFile.open(file), "");
        }
        try {
            // A link to a directory is followed, links inside it are not.
            ZippedDirectory folder = ZippedDirectory.of(file.toRealPath());
            return new AttachedFile(name + ".zip", folder.open(), summary(folder.leftOut()));
        } catch (IOException e) {
            throw new UnreadableException(e.toString());
        }
    }

    /** Returns the name of a file without its folder. */
    public static String nameOf(Path file) {
        Path last = file.toAbsolutePath().normalize().getFileName();
        return last == null ? "root" : last.toString();
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    private static String summary(List<String> names) {
        if (names.size() <= MAX_NAMES) {
            return String.join(", ", names);
        }
        return String.join(", ", names.subList(0, MAX_NAMES)) + " and " + (names.size() - MAX_NAMES) + " more";
    }
}
