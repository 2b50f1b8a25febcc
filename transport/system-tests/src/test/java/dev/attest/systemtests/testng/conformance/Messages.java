package dev.attest.systemtests.testng.conformance;

import dev.attest.testkit.PublishedRows;
import org.testng.SkipException;
import org.testng.annotations.Test;

import static dev.attest.systemtests.testng.conformance.Entries.test;

/** What failures say, or refuse to say. */
public final class Messages {

    private Messages() {}

    public static class Strange {
        private static final String UNREADABLE =
                " (its message could not be read: java.lang.UnsupportedOperationException)";

        @Test
        public void blank() {
            throw test(Strange.class, "blank")
                    .failed(new IllegalStateException(" \n"), "java.lang.IllegalStateException");
        }

        @Test
        public void ofSeveralLines() {
            throw test(Strange.class, "ofSeveralLines").failed("first\nsecond\r\n\tthird \ud83d\ude00");
        }

        @Test
        public void withControlCharacters() {
            throw test(Strange.class, "withControlCharacters")
                    .failed(
                            new AssertionError("bell \u0007 escape \u001b[31m nul \u0000"),
                            "bell ␇ escape ␛[31m nul ␀");
        }

        @Test
        public void withMarkup() {
            throw test(Strange.class, "withMarkup").failed("<b>&amp;</b> ${jndi:x} %n \"quoted\" \\");
        }

        @Test
        public void thatThrows() {
            throw test(Strange.class, "thatThrows").failed(new Hostile(), Hostile.class.getName() + UNREADABLE);
        }

        @Test
        public void ofASkipThatThrows() {
            test(Strange.class, "ofASkipThatThrows").assumed(HostileSkip.class.getName() + UNREADABLE);
            throw new HostileSkip();
        }
    }

    @SuppressWarnings("serial")
    public static final class Hostile extends RuntimeException {
        @Override
        public String getMessage() {
            throw new UnsupportedOperationException("ask somebody else");
        }
    }

    @SuppressWarnings("serial")
    public static final class HostileSkip extends SkipException {
        HostileSkip() {
            super("");
        }

        @Override
        public String getMessage() {
            throw new UnsupportedOperationException("ask somebody else");
        }
    }

    public static class Long {
        private static final int LONGEST = 4000;

        @Test
        public void message() {
            String note = "… [cut, 6000 characters in all]";
            test(Long.class, "message")
                    .file("stack-trace.txt", PublishedRows.LONG_TRACE)
                    .failed("m".repeat(LONGEST - note.length()) + note);
            descend(500, "m".repeat(6000));
        }

        @Test
        public void trace() {
            test(Long.class, "trace")
                    .file("stack-trace.txt", PublishedRows.LONG_TRACE)
                    .failed("down here");
            descend(500, "down here");
        }

        @Test
        public void recursion() {
            test(Long.class, "recursion")
                    .file("stack-trace.txt", PublishedRows.LONG_TRACE)
                    .failed("java.lang.StackOverflowError");
            recur(1);
        }

        private static void descend(int steps, String message) {
            if (steps == 0) {
                throw new AssertionError(message);
            }
            descend(steps - 1, message);
        }

        @SuppressWarnings("InfiniteRecursion")
        private static int recur(int number) {
            return recur(number + 1) + 1;
        }
    }
}
