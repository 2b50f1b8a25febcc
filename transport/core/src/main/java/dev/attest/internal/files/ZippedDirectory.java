package dev.attest.internal.files;

import dev.attest.internal.files.FixedLengthFile.UnreadableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A folder as a zip file among the temporary ones. Of what is in it, only regular files: a link may lead anywhere, a
 * pipe keeps who reads it waiting. What is left out is named.
 */
final class ZippedDirectory {

    private static final int MOST_FILES = 10_000;
    /** The thread of the test does the work: some seconds are enough. */
    private static final long MOST_BYTES = 256L * 1024 * 1024;

    private final Path folder;
    private final List<Path> files = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    private ZippedDirectory(Path folder) {
        this.folder = folder;
    }

    /** Zips a folder as it is now. */
    static ZippedDirectory of(Path folder) throws IOException {
        ZippedDirectory zipped = new ZippedDirectory(folder);
        Files.walkFileTree(folder, zipped.new Finder());
        zipped.files.sort(null);
        return zipped;
    }

    /** Returns the bytes, and after that {@link #leftOut}. */
    InputStream open() throws IOException {
        Path zip = Files.createTempFile("attest", ".zip");
        try {
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
                writeTo(out);
            }
            return Files.newInputStream(zip, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(zip);
            throw e;
        }
    }

    /** Returns names with reasons. */
    List<String> leftOut() {
        return leftOut;
    }

    private void writeTo(ZipOutputStream out) throws IOException {
        long written = 0;
        for (Path file : files) {
            if (written > MOST_BYTES) {
                leaveOut(file, "the folder is too large");
                continue;
            }
            try (FixedLengthFile content = FixedLengthFile.open(file)) {
                out.putNextEntry(new ZipEntry(nameOf(file)));
                written += content.transferTo(out);
            } catch (UnreadableException | ZipException e) {
                leaveOut(file, String.valueOf(e.getMessage()));
            }
        }
    }

    private void leaveOut(Path path, String reason) {
        leftOut.add(nameOf(path) + " (" + reason + ")");
    }

    private String nameOf(Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    private final class Finder extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!attributes.isRegularFile()) {
                leaveOut(file, attributes.isSymbolicLink() ? "a link" : "not a file");
            } else if (files.size() == MOST_FILES) {
                leaveOut(file, "the folder has too many files");
                return FileVisitResult.TERMINATE;
            } else {
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            leaveOut(file, e.toString());
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) {
            if (e != null) {
                leaveOut(directory, e.toString());
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
