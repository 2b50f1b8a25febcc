package dev.attest.benchmarks;

import dev.attest.internal.masking.Masking;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to look for secrets in 10 MB of output, of which some lines have one. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(1)
public class MaskingBenchmark {

    private static final int CHARS = 10_000_000;
    private static final int LENGTH = 32;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=_-&<";

    /** The number of secrets. */
    @Param({"0", "10", "500"})
    private int secrets;

    /** What the lines look like: words, JSON with escapes, or text in Base64. */
    @Param({"words", "escapes", "base64"})
    private String lines = "words";

    private final Random random = new Random(4711);
    private List<String> values = List.of();
    private Masking masking = Masking.of(List.of(), null, warning -> {});
    private String text = "";

    /** Makes the secrets and the text. */
    @Setup
    public void fill() {
        values = Stream.generate(() -> letters(LENGTH)).limit(secrets).toList();
        masking = Masking.of(values, null, warning -> {});
        StringBuilder all = new StringBuilder(CHARS);
        for (int line = 0; all.length() < CHARS; line++) {
            all.append("2026-11-30 12:00:00 INFO [main] ").append(content()).append(line);
            if (line % 100 == 0 && secrets > 0) {
                all.append(values.get(line % secrets));
            }
            all.append('\n');
        }
        text = all.toString();
    }

    /** 10 MB of lines. */
    @Benchmark
    public String mask() {
        return masking.maskLines(text);
    }

    /** What is done once, when a run starts. */
    @Benchmark
    public Masking prepare() {
        return Masking.of(values, null, warning -> {});
    }

    private String content() {
        return switch (lines) {
            case "words" -> "the order was placed and the basket is empty again ";
            case "escapes" -> "{\\\"path\\\":\\\"C:\\\\shop\\\",\\\"query\\\":\\\"a%20b&amp;c\\\"} ";
            default -> letters(64);
        };
    }

    private String letters(int length) {
        StringBuilder letters = new StringBuilder(length);
        random.ints(length, 0, LETTERS.length()).forEach(at -> letters.append(LETTERS.charAt(at)));
        return letters.toString();
    }
}
