package dev.attest.internal.guard;

import dev.attest.internal.text.LogText;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/** Stands in a log for an exception whose stack trace holds commands, and prints the trace without them. */
final class QuotedException extends Exception {

    private static final long serialVersionUID = 1;

    private QuotedException(String trace) {
        super(trace, null, false, false);
    }

    /** Returns the exception itself if its trace is harmless; null if it cannot be printed. */
    static @Nullable Throwable of(@Nullable Throwable thrown) {
        if (thrown == null) {
            return null;
        }
        String trace;
        try {
            StringWriter printed = new StringWriter();
            thrown.printStackTrace(new PrintWriter(printed, true));
            trace = printed.toString();
        } catch (Throwable textFailed) {
            return null; // its text throws: the message has to do
        }
        String quoted = LogText.lines(trace);
        return quoted.equals(trace) ? thrown : new QuotedException(quoted.strip());
    }
}
