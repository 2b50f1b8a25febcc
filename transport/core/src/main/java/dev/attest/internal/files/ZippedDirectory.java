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
 * A directory as a temporary zip file. It contains regular files only: a link may lead anywhere, and a pipe would
 * block. Files that are left out are listed.
 */
final class ZippedDirectory {

    private static final int MAX_FILES = 10_000;
    /** Zipping runs on the test thread, so it must not take more than seconds. */
    private static final long MAX_BYTES = 256L * 1024 * 1024;

    private final Path folder;
    private final List<Path> files = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    private ZippedDirectory(Path folder) {
        this.folder = folder;
    }

    static ZippedDirectory of(Path folder) throws IOException {
        ZippedDirectory zipped = new ZippedDirectory(folder);
        Files.walkFileTree(folder, zipped.new Finder());
        zipped.files.sort(null);
        return zipped;
    }

    /** Returns the zip file. {@link #leftOut} is complete after this call. */
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

    /** Returns the names of files that are left out, with reasons. */
    List<String> leftOut() {
        return leftOut;
    }

    private void writeTo(ZipOutputStream out) throws IOException {
        long written = 0;
        for (Path file : files) {
            if (written > MAX_BYTES) {
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
            } else if (files.size() == MAX_FILES) {
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
