package dev.attest.internal.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Ids that nobody else has. Linux makes them, which spares the JVM the loading of its providers of random numbers:
 *
 * <pre>
 * /proc/sys/kernel/random/uuid     2c7f4f5e-9a53-4d3e-8f0e-0f5c3b1a7d42, another one at each reading
 * </pre>
 */
public final class UniqueId {

    private static final Path OF_LINUX = Path.of("/proc/sys/kernel/random/uuid");

    private UniqueId() {}

    /** Returns a random UUID; its first eight characters are random hexadecimal digits. */
    public static String next() {
        return next(OF_LINUX);
    }

    /** @param source a file with another UUID at each reading; the JVM makes one if it cannot be read */
    static String next(Path source) {
        try {
            return UUID.fromString(Files.readString(source, StandardCharsets.ISO_8859_1)
                            .strip())
                    .toString();
        } catch (IOException | SecurityException | IllegalArgumentException e) {
            return UUID.randomUUID().toString();
        }
    }
}
