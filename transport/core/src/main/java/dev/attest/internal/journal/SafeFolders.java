package dev.attest.internal.journal;

import dev.attest.internal.guard.GuardedLogger;
import dev.attest.internal.process.UniqueId;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/** Checks that a folder is safe for journals, and makes folder names that every file system takes. */
final class SafeFolders {

    private static final GuardedLogger LOG = GuardedLogger.of(SafeFolders.class);

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,62}[A-Za-z0-9_-]|[A-Za-z0-9_]");
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");
    private static final int LONGEST = 48;
    private static final String ADVICE = "; set attest.journal.dir to a folder of your own";

    private SafeFolders() {}

    /** Returns a folder name for a text: the text itself if every file system takes it. */
    static String nameOf(String text) {
        if (SAFE.matcher(text).matches() && !DEVICE.matcher(text).matches()) {
            return text;
        }
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        String start = text.substring(0, Math.min(text.length(), LONGEST)).replaceAll("[^A-Za-z0-9_-]", "_");
        return "_" + start + "-" + HexFormat.of().toHexDigits((int) crc.getValue());
    }

    /** Creates the folder of all journals if it does not exist. Throws if other users control it. */
    static void prepare(Path dir) throws IOException {
        try {
            Path parent = dir.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            if (!Files.isDirectory(dir)) { // a link to a folder is fine: its owner has set it
                new LocalDisk().createFolder(dir);
            }
            requireOwn(dir);
        } catch (IOException e) {
            throw new IOException("cannot keep journals in " + dir + " (" + reason(e) + ")" + ADVICE, e);
        }
    }

    static void requireSameOwner(Path folder, Path dir) throws IOException {
        UserPrincipal owner = Files.getOwner(folder);
        if (LocalDisk.isPosix(folder) && !owner.equals(Files.getOwner(dir))) {
            throw new IOException("it belongs to " + owner.getName() + "; have that user deliver it");
        }
    }

    /** Compares the owner of the folder with the owner of a new file, since user names are unreliable in containers. */
    private static void requireOwn(Path dir) throws IOException {
        Path probe = Files.createFile(dir.resolve(".probe" + UniqueId.next()));
        try {
            UserPrincipal owner = Files.getOwner(dir);
            if (LocalDisk.isPosix(dir) && !Files.getOwner(probe).equals(owner)) {
                throw new IOException("it belongs to " + owner.getName() + ", who could read and change them");
            }
        } finally {
            Files.delete(probe);
        }
        if (LocalDisk.isPosix(dir) && Files.getPosixFilePermissions(dir).contains(PosixFilePermission.OTHERS_WRITE)) {
            LOG.log(Level.WARNING, () -> "every user can change the journals in " + dir + ": chmod o-w it");
        }
    }

    private static String reason(IOException e) {
        String message = String.valueOf(e.getMessage());
        return e.getClass() == IOException.class ? message : e.getClass().getSimpleName() + ": " + message;
    }
}
