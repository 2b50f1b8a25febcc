package dev.attest.benchmarks;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What 100 MB of output cost the thread of a test whose JVM has 64 MiB: {@code plain} prints them to a file as a JVM
 * does whose output is redirected, {@code captured} to the same within a test that is recorded.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(value = 2, jvmArgsAppend = "-Xmx64m")
public class LongOutputBenchmark {

    private static final int LINES = 1_000_000;
    private static final String LINE = " x".repeat(46);

    private final RecordedTest test = new RecordedTest();
    private final Path file = file();
    private final PrintStream plain = stream(file);
    private PrintStream captured = plain;

    /** Opens a journal, and begins a test on the thread that measures. */
    @Setup(Level.Iteration)
    public void begin() {
        captured = test.begin(plain);
    }

    /** Ends the test and closes the journal. */
    @TearDown(Level.Iteration)
    public void end() throws IOException {
        test.end();
        plain.flush();
        Files.write(file, new byte[0]);
    }

    /** Deletes what was printed. */
    @TearDown
    public void delete() throws IOException {
        plain.close();
        Files.deleteIfExists(file);
    }

    /** 100 MB to a file. */
    @Benchmark
    public void plain() {
        print(plain);
    }

    /** The same, as a test prints them. */
    @Benchmark
    public void captured() {
        print(captured);
    }

    private static void print(PrintStream stream) {
        for (int line = LINES; line < 2 * LINES; line++) {
            stream.println(line + LINE);
        }
    }

    private static Path file() {
        try {
            return Files.createTempFile("attest-benchmark", ".txt");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PrintStream stream(Path file) {
        try {
            return new PrintStream(new FileOutputStream(file.toFile(), true), true, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
