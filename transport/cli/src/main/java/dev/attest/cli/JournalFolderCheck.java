package dev.attest.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import org.jspecify.annotations.Nullable;

/** Checks whether results can be kept on disk, and whether only this user can change them. It leaves nothing behind. */
final class JournalFolderCheck {

    private static final String NAME = "journal";

    private JournalFolderCheck() {}

    static Check of(Path dir) {
        Path nearest = nearestThatExists(dir);
        if (nearest == null || !Files.isDirectory(nearest)) {
            return Check.notOk(
                    NAME, Diagnosis.JOURNAL_NOT_WRITABLE, dir + " cannot be created: " + nearest + " is a file.");
        }
        try {
            UserPrincipal self = self(nearest);
            return nearest.equals(dir) ? existing(dir, self) : Check.ok(NAME, dir + " can be created.");
        } catch (IOException e) {
            return Check.notOk(NAME, Diagnosis.JOURNAL_NOT_WRITABLE, "No file can be created in " + nearest + ": " + e);
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
                : Check.ok(NAME, dir + " can be written to by this user only.");
    }

    private static @Nullable Path nearestThatExists(Path dir) {
        Path nearest = dir;
        while (nearest != null && !Files.exists(nearest)) {
            nearest = nearest.getParent();
        }
        return nearest;
    }

    /** Returns the owner of a new file, which it deletes. */
    private static UserPrincipal self(Path folder) throws IOException {
        Path probe = Files.createTempFile(folder, ".attest-doctor", "");
        try {
            return Files.getOwner(probe);
        } finally {
            Files.delete(probe);
        }
    }
}
