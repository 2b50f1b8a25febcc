package dev.attest.internal.files;

import dev.attest.internal.files.FixedLengthFile.UnreadableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folders whose files a line {@code [[ATTACHMENT|path]]} may name. Whatever the tested system sends may be printed,
 * so such a line is no wish of the user: it gets regular files of these folders, no links out of them, and nothing of
 * the kernel. Thread-safe.
 *
 * <p>A path outside the folders is refused before anything there is touched: that can block, or send the login of the
 * user to another host. A hard link cannot be told from a file.
 */
public final class MarkedFileRoots {

    /** In bytes. It is copied while a test runs, or ends. */
    private static final long LARGEST = 256L * 1024 * 1024;

    private static final List<Path> OF_KERNEL = List.of(Path.of("/proc"), Path.of("/sys"), Path.of("/dev"));
    private static final Set<String> KERNEL_FILE_SYSTEMS =
            Set.of("proc", "sysfs", "devtmpfs", "devpts", "securityfs", "debugfs", "tracefs", "cgroup", "cgroup2");

    /** A checkout in a pipeline may leave its token there. */
    private static final Set<String> VERSION_CONTROL = Set.of(".git", ".svn", ".hg");

    private final List<Path> roots;

    /** @param roots absolute; one that does not exist has no effect */
    public MarkedFileRoots(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    /** Returns the path of a file without links; the exception says why the file is not attached. */
    public Path require(Path file) throws UnreadableException {
        Path absolute = file.toAbsolutePath().normalize();
        List<Path> real = roots.stream().flatMap(MarkedFileRoots::real).toList();
        if (!isIn(roots, absolute) && !isIn(real, absolute)) {
            throw outside("it is outside");
        }
        Path target = real(file, absolute);
        if (!isIn(real, target)) {
            throw outside("it is a link to a file outside");
        }
        requireOrdinary(target, real);
        return target;
    }

    private static Path real(Path file, Path absolute) throws UnreadableException {
        refuseKernel(absolute);
        try {
            // Not of the normalized path, which has another meaning if .. follows a link.
            return file.toAbsolutePath().toRealPath();
        } catch (IOException e) {
            throw new UnreadableException(
                    Files.exists(absolute, LinkOption.NOFOLLOW_LINKS) ? "it cannot be read" : "it does not exist");
        }
    }

    private static void requireOrdinary(Path target, List<Path> real) throws UnreadableException {
        refuseKernel(target);
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(target, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!attributes.isRegularFile()) {
                throw new UnreadableException("it is no regular file");
            }
            if (KERNEL_FILE_SYSTEMS.contains(Files.getFileStore(target).type())) {
                throw ofKernel();
            }
            if (attributes.size() > LARGEST) {
                throw new UnreadableException("it has more than 256 MiB. Attest.attach takes it");
            }
        } catch (UnreadableException e) {
            throw e;
        } catch (IOException e) {
            throw new UnreadableException(e.toString());
        }
        if (real.stream().filter(target::startsWith).allMatch(root -> isOfVersionControl(root.relativize(target)))) {
            throw new UnreadableException("it belongs to version control, and may contain a token");
        }
    }

    private static boolean isOfVersionControl(Path relative) {
        for (Path element : relative) {
            if (VERSION_CONTROL.contains(element.toString())) {
                return true;
            }
        }
        return false;
    }

    private static void refuseKernel(Path path) throws UnreadableException {
        if (isIn(OF_KERNEL, path)) {
            throw ofKernel();
        }
    }

    private static UnreadableException ofKernel() {
        return new UnreadableException("it is no file of a disk");
    }

    private static UnreadableException outside(String what) {
        return new UnreadableException(
                what + " the folders of the build and of temporary files. attest.attachment-marks.roots adds folders");
    }

    private static boolean isIn(List<Path> folders, Path path) {
        return folders.stream().anyMatch(path::startsWith);
    }

    private static Stream<Path> real(Path root) {
        try {
            return Stream.of(root.toRealPath());
        } catch (IOException e) {
            // It does not exist, so that no file is in it.
            return Stream.empty();
        }
    }
}
