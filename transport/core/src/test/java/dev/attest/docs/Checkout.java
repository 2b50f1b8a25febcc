package dev.attest.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The files and folders of a checkout, without those that a build makes. Paths are relative, with {@code /} between
 * names.
 */
final class Checkout {

    private static final Set<String> NOT_OURS = Set.of(".git", "target", "build", ".gradle", ".idea", "node_modules");

    private final Path root;
    private final Set<String> paths = new TreeSet<>();

    Checkout(Path root) throws IOException {
        this.root = root;
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                if (NOT_OURS.contains(String.valueOf(folder.getFileName()))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                paths.add(relative(folder));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                paths.add(relative(file));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Returns the Markdown files. */
    List<String> pages() {
        return files(path -> path.endsWith(".md"));
    }

    List<String> files(Predicate<String> wanted) {
        return paths.stream()
                .filter(wanted)
                .filter(path -> Files.isRegularFile(root.resolve(path)))
                .toList();
    }

    /** Returns whether there is such a file or folder. Case counts, as it does on GitHub. */
    boolean has(String path) {
        return paths.contains(path);
    }

    String read(String path) {
        try {
            return Files.readString(root.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String relative(Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }
}
