package dev.attest.standin.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** The bytes of attachments. File names are generated, never chosen by a client. */
final class BlobFolder {

    private final Path folder;

    private BlobFolder(Path folder) {
        this.folder = folder;
    }

    static BlobFolder open(Path folder) throws IOException {
        Files.createDirectories(folder);
        delete(folder, "*.part");
        return new BlobFolder(folder);
    }

    /** Returns an empty folder, without the leftovers of another process. */
    static Path emptied(Path folder) throws IOException {
        Files.createDirectories(folder);
        delete(folder, "*");
        return folder;
    }

    private static void delete(Path folder, String names) throws IOException {
        try (var leftovers = Files.newDirectoryStream(folder, names)) {
            for (var leftover : leftovers) {
                Files.deleteIfExists(leftover);
            }
        }
    }

    /** Returns a new file. It is deleted at the next start unless it is kept. */
    Path draft() {
        return folder.resolve(UUID.randomUUID() + ".part");
    }

    /** Forces a draft to disk, and returns its permanent name. */
    String keep(Path draft) throws IOException {
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        var name = UUID.randomUUID().toString();
        Files.move(draft, folder.resolve(name));
        return name;
    }

    Path at(String name) {
        return folder.resolve(name);
    }

    void delete(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
    }
}
