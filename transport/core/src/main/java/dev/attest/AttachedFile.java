package dev.attest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A file that a test attaches, opened for a copy; a directory is zipped into a temporary file first. */
final class AttachedFile implements Closeable {

    /** The file is not there, is no file or directory, or may not be read. */
    static final class UnreadableException extends IOException {

        private static final long serialVersionUID = 1L;

        UnreadableException(String message) {
            super(message);
        }
    }

    private final String name;
    private final InputStream content;

    private AttachedFile(String name, InputStream content) {
        this.name = name;
        this.content = content;
    }

    static AttachedFile open(Path file) throws UnreadableException {
        Path last = file.toAbsolutePath().normalize().getFileName();
        String name = last == null ? "root" : last.toString();
        try {
            if (Files.isDirectory(file)) {
                return new AttachedFile(name + ".zip", zipped(file));
            }
            if (!Files.isRegularFile(file)) {
                throw new UnreadableException(
                        Files.exists(file) ? "it is neither a file nor a directory" : "it does not exist");
            }
            return new AttachedFile(name, Files.newInputStream(file));
        } catch (UnreadableException e) {
            throw e;
        } catch (IOException e) {
            throw new UnreadableException(e.toString());
        }
    }

    String name() {
        return name;
    }

    InputStream content() {
        return content;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    private static InputStream zipped(Path directory) throws IOException {
        Path zip = Files.createTempFile("attest", ".zip");
        try {
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip));
                    Stream<Path> files = Files.walk(directory)) {
                for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                        out.putNextEntry(new ZipEntry(
                                directory.relativize(file).toString().replace('\\', '/')));
                        Files.copy(file, out);
                    }
                }
            }
            return Files.newInputStream(zip, java.nio.file.StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            Files.deleteIfExists(zip);
            throw e;
        }
    }
}
