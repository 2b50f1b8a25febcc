package dev.attest.spi;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the message and the trace of an exception. Its methods may be anybody's: they may throw whatever Java can
 * throw, return megabytes, or never return. Reads at most a million characters of each, and waits two seconds at most
 * for all of them. Not thread-safe.
 */
final class ThrowableText {

    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int LONGEST_CHAIN = 100;
    private static final Pattern OWN_FRAMES =
            Pattern.compile("(?m)^\\s*at (?:[^\\s/]*/{1,2})?dev\\.attest\\.(?:junit5|testng|spi|internal)\\..*\\R?");

    private long patienceMillis = 2000;

    /** Returns the message; the name of the class if there is none, with what went wrong if it cannot be read. */
    String message(Throwable thrown) {
        String type = thrown.getClass().getName();
        return read(
                thrown,
                () -> messageOf(thrown, type),
                trouble -> type + " (its message could not be read: " + trouble + ")");
    }

    /** Returns the trace as Java prints it, without frames of Attest; what can be read of it if that fails. */
    String stackTrace(Throwable thrown) {
        String text = read(thrown, () -> print(thrown), trouble -> pieces(thrown, trouble));
        return OWN_FRAMES.matcher(text).replaceAll("");
    }

    private static String messageOf(Throwable thrown, String otherwise) {
        String message = thrown.getMessage();
        return message == null || message.isBlank() ? otherwise : cut(message);
    }

    private static String print(Throwable thrown) {
        BoundedWriter text = new BoundedWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return cut(text.toString());
    }

    /** Returns header and frames of each exception of the chain, as far as it can be followed. */
    private String pieces(Throwable thrown, String trouble) {
        StringBuilder text = new StringBuilder();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        String prefix = "";
        for (Throwable each = thrown; each != null && seen.add(each) && seen.size() < LONGEST_CHAIN; ) {
            Throwable current = each;
            text.append(prefix).append(header(current)).append('\n');
            text.append(read(current, () -> frames(current), none -> ""));
            each = causeOf(current);
            prefix = "Caused by: ";
        }
        text.append("(The stack trace could not be printed: ").append(trouble).append(")\n");
        return cut(text.toString());
    }

    private String header(Throwable thrown) {
        String type = thrown.getClass().getName();
        String message = message(thrown);
        return message.startsWith(type) ? message : type + ": " + message;
    }

    private static String frames(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        for (StackTraceElement frame : thrown.getStackTrace()) {
            text.append("\tat ").append(frame).append('\n');
        }
        return text.toString();
    }

    private @Nullable Throwable causeOf(Throwable thrown) {
        AtomicReference<@Nullable Throwable> cause = new AtomicReference<>();
        Supplier<String> reader = () -> {
            cause.set(thrown.getCause());
            return "";
        };
        read(thrown, reader, trouble -> "");
        return cause.get();
    }

    private static String cut(String text) {
        return ValueText.cut(text, MOST_CHARACTERS, "… [cut]");
    }

    /** Reads on this thread what is Java's own, and on another what could block. */
    private String read(Throwable thrown, Supplier<String> reader, Function<String, String> otherwise) {
        AtomicReference<@Nullable String> text = new AtomicReference<>();
        AtomicReference<String> trouble = new AtomicReference<>("it took longer than two seconds");
        Runnable task = () -> {
            try {
                text.set(reader.get());
            } catch (Throwable e) {
                trouble.set(e.getClass().getName());
            }
        };
        if (isOfJava(thrown)) {
            task.run();
        } else if (patienceMillis > 0) {
            runInTime(task);
        }
        String read = text.get();
        return read == null ? otherwise.apply(trouble.get()) : read;
    }

    private static boolean isOfJava(Throwable thrown) {
        try {
            int depth = 0;
            for (Throwable each = thrown; each != null; each = each.getCause()) {
                if (!isOfJava(each.getClass()) || ++depth > LONGEST_CHAIN) {
                    return false;
                }
                for (Throwable suppressed : each.getSuppressed()) {
                    if (!isOfJava(suppressed.getClass()) || suppressed.getCause() != null) {
                        return false;
                    }
                }
            }
            return true;
        } catch (RuntimeException e) {
            // A mock has neither causes nor suppressed exceptions, but null.
            return false;
        }
    }

    private static boolean isOfJava(Class<?> type) {
        return type.getClassLoader() == null;
    }

    private void runInTime(Runnable task) {
        Thread reader = new Thread(null, task, "attest-exception", 0, false);
        reader.setDaemon(true);
        boolean interrupted = Thread.interrupted();
        long started = System.nanoTime();
        reader.start();
        try {
            reader.join(patienceMillis);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        patienceMillis -= TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Keeps the first characters, and ignores the others. */
    private static final class BoundedWriter extends Writer {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void write(char[] characters, int offset, int length) {
            text.append(characters, offset, Math.min(length, MOST_CHARACTERS + 1 - text.length()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
