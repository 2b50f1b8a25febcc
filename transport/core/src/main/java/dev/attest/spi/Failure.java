package dev.attest.spi;

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

    /**
     * Returns a failure for an exception, without the frames of Attest in its trace. If methods of the exception throw
     * or do not return within two seconds, it has what can be read without them. Each text has at most a million
     * characters.
     */
    public static Failure of(Throwable thrown) {
        ThrowableText text = new ThrowableText();
        return new Failure(text.message(thrown), text.stackTrace(thrown));
    }

    /** Returns a failure with the message of an exception, read as {@link #of} reads it, and without its trace. */
    public static Failure becauseOf(Throwable thrown) {
        return because(new ThrowableText().message(thrown));
    }

    /** Returns a copy cut after that many UTF-16 units each. A cut text ends with a note of its original length. */
    public Failure cutAfter(int length) {
        return new Failure(head(message, length), head(stackTrace, length));
    }

    private static String head(String text, int length) {
        return ValueText.cut(text, length, "… [cut, " + text.length() + " characters in all]");
    }
}
