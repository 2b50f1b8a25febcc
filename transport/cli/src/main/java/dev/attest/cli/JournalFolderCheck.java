package dev.attest.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import org.jspecify.annotations.Nullable;

/** Whether results can be kept on disk, where nobody else can change them. Leaves nothing behind. */
final class JournalFolderCheck {

    private static final String NAME = "journal";

    private JournalFolderCheck() {}

    static Check of(Path dir) {
        Path nearest = nearestThatExists(dir);
        if (nearest == null || !Files.isDirectory(nearest)) {
            return Check.notOk(
                    NAME, Diagnosis.JOURNAL_NOT_WRITABLE, dir + " cannot be made: " + nearest + " is a file.");
        }
        try {
            UserPrincipal self = self(nearest);
            return nearest.equals(dir) ? existing(dir, self) : Check.ok(NAME, dir + " can be made.");
        } catch (IOException e) {
            return Check.notOk(NAME, Diagnosis.JOURNAL_NOT_WRITABLE, "No file can be made in " + nearest + ": " + e);
        }
    }

    private static Check existing(Path dir, UserPrincipal self) throws IOException {
        if (!dir.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return Check.ok(NAME, dir + " can be written to.");
        }
        UserPrincipal owner = Files.getOwner(dir);
        if (!owner.equals(self)) {
            return Check.notOk(
                    NAME,
                    Diagnosis.JOURNAL_OF_ANOTHER_USER,
                    dir + " belongs to " + owner.getName() + ", and this is " + self.getName() + ".");
        }
        return Files.getPosixFilePermissions(dir).contains(PosixFilePermission.OTHERS_WRITE)
                ? Check.notOk(NAME, Diagnosis.JOURNAL_NOT_PRIVATE, "Every user can change what is in " + dir + ".")
                : Check.ok(NAME, dir + " can be written to, and others cannot.");
    }

    private static @Nullable Path nearestThatExists(Path dir) {
        Path nearest = dir;
        while (nearest != null && !Files.exists(nearest)) {
            nearest = nearest.getParent();
        }
        return nearest;
    }

    /** Makes a file, and so knows whose files are made. */
    private static UserPrincipal self(Path folder) throws IOException {
        Path probe = Files.createTempFile(folder, ".attest-doctor", "");
        try {
            return Files.getOwner(probe);
        } finally {
            Files.delete(probe);
        }
    }
}
