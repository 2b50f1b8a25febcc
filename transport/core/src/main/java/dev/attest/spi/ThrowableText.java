package dev.attest.spi;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads the message and the trace of an exception. Its methods may be anybody's: they may throw whatever Java can
 * throw, return megabytes, or never return. Reads at most a million characters of each, and waits two seconds at most
 * for all of them. Not thread-safe.
 */
final class ThrowableText {

    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int LONGEST_CHAIN = 100;
    private static final String AT = "at ";

    /** What the names of Attest's own classes begin with. */
    private static final String[] OWN = {
        "dev.attest.junit5.", "dev.attest.testng.", "dev.attest.spi.", "dev.attest.internal."
    };

    private long patienceMillis = 2000;

    /** Returns the message; the name of the class if there is none, with what went wrong if it cannot be read. */
    String message(Throwable thrown) {
        String type = thrown.getClass().getName();
        Reading message = read(thrown, Part.MESSAGE);
        String text = message.text;
        return text == null ? type + " (its message could not be read: " + message.trouble + ")" : text;
    }

    /** Returns the trace as Java prints it, without frames of Attest; what can be read of it if that fails. */
    String stackTrace(Throwable thrown) {
        Reading trace = read(thrown, Part.TRACE);
        String text = trace.text;
        return withoutOwnFrames(text == null ? pieces(thrown, trace.trouble) : text);
    }

    /** Not by a regular expression: for the first failures of a JVM that takes some milliseconds each. */
    private static String withoutOwnFrames(String trace) {
        StringBuilder kept = new StringBuilder(trace.length());
        for (int from = 0; from < trace.length(); ) {
            int lineBreak = trace.indexOf('\n', from);
            int end = lineBreak < 0 ? trace.length() : lineBreak + 1;
            if (!isOwnFrame(trace, from, end)) {
                kept.append(trace, from, end);
            }
            from = end;
        }
        return kept.toString();
    }

    /** Before the name of its class, a frame may name a class loader and a module: {@code at app//shop/dev.attest}. */
    private static boolean isOwnFrame(String trace, int start, int end) {
        int at = start;
        while (at < end && Character.isWhitespace(trace.charAt(at))) {
            at++;
        }
        if (!trace.startsWith(AT, at)) {
            return false;
        }
        at += AT.length();
        if (isOwn(trace, at)) {
            return true;
        }
        for (; at < end && trace.charAt(at) != ' ' && trace.charAt(at) != '('; at++) {
            if (trace.charAt(at) == '/' && isOwn(trace, at + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOwn(String trace, int at) {
        for (String prefix : OWN) {
            if (trace.startsWith(prefix, at)) {
                return true;
            }
        }
        return false;
    }

    private static String messageOf(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null || message.isBlank() ? thrown.getClass().getName() : cut(message);
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
            text.append(prefix).append(header(each)).append('\n');
            text.append(Objects.requireNonNullElse(read(each, Part.FRAMES).text, ""));
            each = read(each, Part.CAUSE).cause;
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

    private static String cut(String text) {
        return ValueText.cut(text, MOST_CHARACTERS, "… [cut]");
    }

    /** Reads on this thread what is Java's own, and on another what could block. */
    private Reading read(Throwable thrown, Part part) {
        Reading reading = new Reading(thrown, part);
        if (isOfJava(thrown)) {
            reading.run();
        } else if (patienceMillis > 0) {
            runInTime(reading);
        }
        return reading;
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

    private enum Part {
        MESSAGE,
        TRACE,
        FRAMES,
        CAUSE
    }

    /** Reads one part. One class for all of them, as many tests fail in JVMs that are hardly warm. */
    private static final class Reading implements Runnable {

        private final Throwable thrown;
        private final Part part;
        private volatile @Nullable String text;
        private volatile @Nullable Throwable cause;
        private volatile String trouble = "it took longer than two seconds";

        Reading(Throwable thrown, Part part) {
            this.thrown = thrown;
            this.part = part;
        }

        @Override
        public void run() {
            try {
                if (part == Part.MESSAGE) {
                    text = messageOf(thrown);
                } else if (part == Part.TRACE) {
                    text = print(thrown);
                } else if (part == Part.FRAMES) {
                    text = frames(thrown);
                } else {
                    cause = thrown.getCause();
                }
            } catch (Throwable e) {
                trouble = e.getClass().getName();
            }
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
