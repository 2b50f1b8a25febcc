package dev.attest.systemtests.clocks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/**
 * The clock on the wall of child JVMs, which can be set while they run. They share it, as the JVMs of a host do. It is
 * a library that is loaded before the C library, and a file with the seconds that it adds.
 */
final class SteppedClock {

    static final String OFFSET = "STEPPED_CLOCK";

    private final Path library;
    private final Path offset;

    private SteppedClock(Path library, Path offset) {
        this.library = library;
        this.offset = offset;
    }

    /** Builds the library. Skips the test if there is no gcc, or no Linux. */
    static SteppedClock build(Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(System.getProperty("os.name").equals("Linux"), "the clock of a child JVM needs Linux");
        Path source = folder.resolve("stepped-clock.c");
        Path library = folder.resolve("stepped-clock.so");
        try (InputStream shim = SteppedClock.class.getResourceAsStream("stepped-clock.c")) {
            Files.copy(Objects.requireNonNull(shim), source);
        }
        Process gcc;
        try {
            gcc = new ProcessBuilder(
                            "gcc", "-shared", "-fPIC", "-O1", "-o", library.toString(), source.toString(), "-ldl")
                    .inheritIO()
                    .start();
        } catch (IOException e) {
            Assumptions.abort("the clock of a child JVM needs gcc: " + e.getMessage());
            throw e;
        }
        if (gcc.waitFor() != 0) {
            throw new IOException("gcc could not compile " + source);
        }
        SteppedClock clock = new SteppedClock(library, folder.resolve("offset"));
        clock.set(Duration.ZERO);
        return clock;
    }

    /** Sets the clock to the true time and this offset. */
    void set(Duration ahead) throws IOException {
        write(offset, ahead);
    }

    /** Returns the environment of a child JVM with this clock. */
    Map<String, String> environment(Map<String, String> others) {
        Map<String, String> environment = new HashMap<>(others);
        environment.put("LD_PRELOAD", library.toString());
        environment.put(OFFSET, offset.toString());
        return environment;
    }

    /** Sets the clock of this child JVM, and of those that share it. */
    static void setHere(Duration ahead) throws IOException {
        write(Path.of(System.getenv(OFFSET)), ahead);
    }

    private static void write(Path file, Duration ahead) throws IOException {
        ByteBuffer seconds =
                ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder()).putLong(ahead.toSeconds());
        if (Files.exists(file)) {
            try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
                channel.write(seconds.flip()); // never truncates a file that is mapped
            }
        } else {
            Files.write(file, seconds.array());
        }
    }
}
