package dev.attest.internal.summary;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the line of the user's own code in a stack trace: the first frame whose file lies below the sources of the
 * module. Not thread-safe.
 */
public final class SourceFiles {

    private static final String FRAME = "at ";

    /** So many source folders of a module are looked into. */
    private static final int MOST_ROOTS = 50;

    private final Path module;
    private final Path checkout;
    private final Map<String, String> found = new HashMap<>();
    private List<Path> roots = List.of();
    private boolean looked;

    /**
     * @param module folder in which the tests of the module run
     * @param checkout root of the checkout; paths are relative to it
     */
    public SourceFiles(Path module, Path checkout) {
        this.module = module;
        this.checkout = checkout;
    }

    /** Returns the first line of the user's own code; {@link SourceLine#NONE} if there is none. */
    SourceLine find(String stackTrace) {
        for (int from = 0; from < stackTrace.length(); ) {
            int end = stackTrace.indexOf('\n', from);
            int to = end < 0 ? stackTrace.length() : end;
            SourceLine line = ofFrame(stackTrace.substring(from, to).strip());
            if (line.line() > 0) {
                return line;
            }
            from = to + 1;
        }
        return SourceLine.NONE;
    }

    /** Reads a frame such as {@code at app//com.shop.CartTest.adds(CartTest.java:12)}. */
    private SourceLine ofFrame(String frame) {
        int open = frame.lastIndexOf('(');
        int colon = frame.lastIndexOf(':');
        if (!frame.startsWith(FRAME) || !frame.endsWith(")") || open < 0 || colon < open) {
            return SourceLine.NONE;
        }
        int line = number(frame.substring(colon + 1, frame.length() - 1));
        String method = frame.substring(FRAME.length(), open);
        int slash = method.lastIndexOf('/'); // behind a class loader and a module
        String type = method.substring(slash + 1, Math.max(slash + 1, method.lastIndexOf('.')));
        String path = type.substring(0, type.lastIndexOf('.') + 1).replace('.', '/') + frame.substring(open + 1, colon);
        String file = line == 0 ? "" : fileOf(path);
        return file.isEmpty() ? SourceLine.NONE : new SourceLine(file, line);
    }

    private static int number(String digits) {
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
    }

    private String fileOf(String path) {
        String known = found.get(path);
        if (known == null) {
            known = locate(path);
            found.put(path, known);
        }
        return known;
    }

    private String locate(String path) {
        try {
            for (Path root : roots()) {
                Path file = root.resolve(path).normalize();
                if (file.startsWith(root) && Files.isRegularFile(file)) {
                    return relative(file);
                }
            }
        } catch (InvalidPathException e) {
            return ""; // a script engine may call its frames anything
        }
        return "";
    }

    private String relative(Path file) {
        Path base = file.startsWith(checkout) ? checkout : module;
        return base.relativize(file).toString().replace('\\', '/');
    }

    /** Returns folders such as {@code src/test/java} and {@code src/it/kotlin}, and those of flat projects. */
    private List<Path> roots() {
        if (!looked) {
            looked = true;
            List<Path> all = new ArrayList<>();
            for (Path set : folders(module.resolve("src"))) {
                all.addAll(folders(set));
            }
            all.sort((one, other) -> Boolean.compare(isOfTests(other), isOfTests(one)));
            all.add(module.resolve("src"));
            all.add(module.resolve("test"));
            roots = all.subList(0, Math.min(all.size(), MOST_ROOTS));
        }
        return roots;
    }

    private boolean isOfTests(Path root) {
        return !root.startsWith(module.resolve("src/main"));
    }

    private static List<Path> folders(Path parent) {
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent, Files::isDirectory)) {
            for (Path entry : entries) {
                folders.add(entry);
            }
        } catch (IOException e) {
            return List.of();
        }
        folders.sort(null);
        return folders;
    }
}
