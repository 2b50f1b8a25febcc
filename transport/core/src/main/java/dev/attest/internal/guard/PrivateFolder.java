package dev.attest.internal.guard;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder for temporary files that only this user can enter. */
public final class PrivateFolder {

    private PrivateFolder() {}

    /** Creates the folder if it does not exist. Its parent must exist: it may be one that somebody has deleted. */
    public static void create(Path folder) throws IOException {
        try {
            Files.createDirectory(folder, onlyOwner(folder));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileSystemException(folder.toString(), null, "it is not a folder");
            }
        }
    }

    private static FileAttribute<?>[] onlyOwner(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
