package dev.attest.spi;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * The reason why a test failed, did not run or was aborted.
 *
 * @param message the reason in a sentence; never empty
 * @param stackTrace the whole trace as Java prints it; empty if there is none, as for a disabled test
 */
public record Failure(String message, String stackTrace) {

    /** Returns a failure with a message and without a trace. */
    public static Failure because(String reason) {
        return new Failure(reason, "");
    }

    /** Returns a failure for an exception. If the methods of the exception throw, names its class instead. */
    public static Failure of(Throwable thrown) {
        return new Failure(messageOf(thrown), stackTraceOf(thrown));
    }

    /** Returns a copy cut after that many UTF-16 units each. A cut text ends with a note of its original length. */
    public Failure cutAfter(int length) {
        return new Failure(head(message, length), head(stackTrace, length));
    }

    private static String head(String text, int length) {
        return ValueText.cut(text, length, "… [cut, " + text.length() + " characters in all]");
    }

    private static String messageOf(Throwable thrown) {
        try {
            String message = thrown.getMessage();
            return message == null || message.isBlank() ? thrown.getClass().getName() : message;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return thrown.getClass().getName() + " (its message could not be read: "
                    + e.getClass().getName() + ")";
        }
    }

    private static String stackTraceOf(Throwable thrown) {
        try {
            StringWriter text = new StringWriter();
            thrown.printStackTrace(new PrintWriter(text));
            return text.toString();
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return thrown.getClass().getName() + " (its stack trace could not be printed: "
                    + e.getClass().getName() + ")";
        }
    }
}
