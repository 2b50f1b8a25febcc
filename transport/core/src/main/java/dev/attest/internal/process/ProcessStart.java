package dev.attest.internal.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The start of a process as Linux counts it. It stays the same when the clock of the host is set, whereas the start
 * that {@link ProcessHandle} tells moves with the clock. With its id, it identifies a process.
 *
 * <pre>
 * /proc/2096/stat                  2096 (java) S 2090 2096 2090 34816 ... 8372911 ...
 * /proc/sys/kernel/random/boot_id  6f0c2d11-85d9-4b0c-9d0c-3a8f3f1f0a57
 * </pre>
 *
 * @param ticks field 22 of that line: clock ticks since the host was booted
 * @param boot id of that boot
 */
public record ProcessStart(long ticks, String boot) {

    /** Position of the field after the name of the program, which may contain blanks and parentheses. */
    private static final int TICKS = 22 - 3;

    private static final int BASE = 36;
    private static final int SHORT_BOOT = 8;

    /** Returns the start of a process; empty if there is no such process, or on another system. */
    public static Optional<ProcessStart> of(long pid) {
        try {
            String stat = read("/proc/" + pid + "/stat");
            return of(stat, read("/proc/sys/kernel/random/boot_id").strip());
        } catch (IOException | SecurityException e) {
            return Optional.empty();
        }
    }

    static Optional<ProcessStart> of(String stat, String boot) {
        List<String> fields =
                List.of(stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1));
        boolean readable = fields.size() > TICKS && fields.get(TICKS).matches("\\d{1,18}") && !boot.isEmpty();
        return readable ? Optional.of(new ProcessStart(Long.parseLong(fields.get(TICKS)), boot)) : Optional.empty();
    }

    /** Returns a short text of letters, digits and hyphens. */
    public String key() {
        return Long.toString(ticks, BASE) + "-" + boot.substring(0, Math.min(SHORT_BOOT, boot.length()));
    }

    @Override
    public String toString() {
        return ticks + " of boot " + boot;
    }

    private static String read(String file) throws IOException {
        return Files.readString(Path.of(file), StandardCharsets.ISO_8859_1);
    }
}
