package dev.attest.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What tests say of themselves while they run, in words that Attest has no part in: each line is on disk before the
 * test goes on. {@link LedgerFile} reads it back.
 *
 * <pre>{@code
 * outcome TAB shop.CartTest TAB shop.CartTest.adds TAB CartTest › adds() TAB 1 TAB 1 TAB Failed TAB 2 is not 3 TAB ran
 * file    TAB shop.CartTest TAB shop.CartTest.adds TAB CartTest › adds() TAB 1 TAB 1 TAB cart.txt TAB empty
 * }</pre>
 */
public final class Ledger {

    /** System property that names the file. Without it nothing is written. */
    public static final String FILE = "ledger.file";

    /** Name of the row that has the files of the run. */
    public static final String RUN = "the run";

    private Ledger() {}

    /** Returns the entry of a method without parameters that has no display name, nor has its class. */
    public static Entry of(Class<?> type, String method) {
        return of(type, method, titleOf(type) + " › " + method + "()");
    }

    /** Returns the entry of a method that is displayed as you say. */
    public static Entry of(Class<?> type, String method, String title) {
        return new Entry(type.getName(), type.getName() + "." + method, title, 1, 1);
    }

    /** Returns the entry of what surrounds the tests of a class. */
    public static Entry around(Class<?> type, String fixture) {
        return new Entry(type.getName(), type.getName(), titleOf(type) + " › " + fixture, 1, 1);
    }

    /** Returns the entry of the run, which has nothing but files. */
    public static Entry run() {
        return new Entry("", RUN, "", 1, 1);
    }

    /** Fixtures are members of a class that has a theme and is not displayed. */
    private static String titleOf(Class<?> type) {
        return Arrays.stream(type.getName().split("\\$")).skip(1).collect(Collectors.joining(" › "));
    }

    /**
     * A test, or what is around tests.
     *
     * @param twin tells it from others that look the same
     * @param attempt which attempt at the test this is
     */
    public record Entry(String storage, String name, String title, int twin, int attempt) {

        public Entry twin(int number) {
            return new Entry(storage, name, title, number, attempt);
        }

        public Entry attempt(int number) {
            return new Entry(storage, name, title, twin, number);
        }

        /** The test will pass. */
        public void passed() {
            write("outcome", "Passed", "", "ran");
        }

        /** The test will fail with this message. Returns something to throw. */
        public AssertionError failed(@Nullable String message) {
            return failed(new AssertionError(message), message == null ? AssertionError.class.getName() : message);
        }

        /** The test will fail with what is thrown, which shows as this message. */
        public <T extends Throwable> T failed(T thrown, String message) {
            write("outcome", "Failed", message, "ran");
            return thrown;
        }

        /** The test has begun and will be given up for an assumption. */
        public void assumed(String message) {
            write("outcome", "NotExecuted", message, "ran");
        }

        /** The test will never begin. */
        public void neverRan(String reason) {
            write("outcome", "NotExecuted", reason, "");
        }

        /** Something that is not a test will fail. Returns something to throw. */
        public IllegalStateException broke(String message) {
            write("outcome", "Failed", message, "");
            return new IllegalStateException(message);
        }

        /** The test has this file. */
        public Entry file(String fileName, String content) {
            write("file", fileName, content);
            return this;
        }

        /** The comment of the test has this line. */
        public Entry comment(String line) {
            write("comment", line);
            return this;
        }

        private void write(String kind, String... words) {
            Ledger.write(
                    new String[][] {{kind, storage, name, title, String.valueOf(twin), String.valueOf(attempt)}, words
                    });
        }
    }

    private static synchronized void write(String[][] words) {
        String file = System.getProperty(FILE);
        if (file == null) {
            return;
        }
        String line = Arrays.stream(words)
                .flatMap(Arrays::stream)
                .map(Ledger::escaped)
                .collect(Collectors.joining("\t"));
        try {
            Files.writeString(Path.of(file), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escaped(String word) {
        return word.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }
}
