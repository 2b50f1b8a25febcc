package dev.attest.benchmarks;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
 * What the capture of output adds to a {@code println} of a test: {@code plain} prints to the stream that a JVM has by
 * itself, {@code captured} to the same one within a test that is recorded, until its log is cut and beyond.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class PrintBenchmark {

    private static final String LINE =
            "2026-11-21 12:00:00.000 INFO  [main] shop.Cart - 2 items in the cart of customer 4711";

    private final RecordedTest test = new RecordedTest();
    private final PrintStream plain = console();
    private PrintStream captured = plain;

    /** Opens a journal, and begins a test on the thread that measures. */
    @Setup(Level.Iteration)
    public void begin() {
        captured = test.begin(plain);
    }

    /** Ends the test and closes the journal. */
    @TearDown(Level.Iteration)
    public void end() {
        test.end();
    }

    /** A line on a stream of the JVM's own kind. */
    @Benchmark
    public void plain() {
        plain.println(LINE);
    }

    /** The same, as a test prints it. */
    @Benchmark
    public void captured() {
        captured.println(LINE);
    }

    private static PrintStream console() {
        try {
            File nowhere = new File("/dev/null");
            File sink = nowhere.exists() ? nowhere : File.createTempFile("attest-benchmark", ".txt");
            return new PrintStream(new FileOutputStream(sink), true, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
