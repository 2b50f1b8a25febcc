package dev.attest.systemtests.junit5.conformance;

import dev.attest.junit5.Fixture;
import dev.attest.testkit.Ledger;
import dev.attest.testkit.PublishedRows;
import org.junit.jupiter.api.Test;

/** What failures say, or refuse to say. */
final class Messages {

    private Messages() {}

    @Fixture
    static class Strange {
        @Test
        void none() {
            throw Ledger.of(Strange.class, "none")
                    .failed(new IllegalStateException(), "java.lang.IllegalStateException");
        }

        @Test
        void blank() {
            throw Ledger.of(Strange.class, "blank")
                    .failed(new IllegalStateException(" \n"), "java.lang.IllegalStateException");
        }

        @Test
        void ofSeveralLines() {
            throw Ledger.of(Strange.class, "ofSeveralLines").failed("first\nsecond\r\n\tthird \ud83d\ude00");
        }

        @Test
        void withControlCharacters() {
            throw Ledger.of(Strange.class, "withControlCharacters")
                    .failed(
                            new AssertionError("bell \u0007 escape \u001b[31m nul \u0000"),
                            "bell ␇ escape ␛[31m nul ␀");
        }

        @Test
        void withMarkup() {
            throw Ledger.of(Strange.class, "withMarkup").failed("<b>&amp;</b> ${jndi:x} %n \"quoted\" \\");
        }

        @Test
        void thatThrows() {
            throw Ledger.of(Strange.class, "thatThrows")
                    .failed(
                            new Hostile(),
                            Hostile.class.getName()
                                    + " (its message could not be read: java.lang.UnsupportedOperationException)");
        }
    }

    @SuppressWarnings("serial")
    static final class Hostile extends RuntimeException {
        @Override
        public String getMessage() {
            throw new UnsupportedOperationException("ask somebody else");
        }
    }

    @Fixture
    static class Long {
        private static final int LONGEST = 4000;

        @Test
        void message() {
            String note = "… [cut, 30000 characters in all]";
            Ledger.of(Long.class, "message")
                    .file("stack-trace.txt", PublishedRows.LONG_TRACE)
                    .failed("m".repeat(LONGEST - note.length()) + note);
            descend(500, "m".repeat(30000));
        }

        @Test
        void trace() {
            Ledger.of(Long.class, "trace")
                    .file("stack-trace.txt", PublishedRows.LONG_TRACE)
                    .failed("down here");
            descend(500, "down here");
        }

        private static void descend(int steps, String message) {
            if (steps == 0) {
                throw new AssertionError(message);
            }
            descend(steps - 1, message);
        }
    }

    @Fixture
    static class Endless {
        @Test
        void recursion() {
            Ledger.of(Endless.class, "recursion")
                    .file("stack-trace.txt", PublishedRows.LONG_TRACE)
                    .failed("java.lang.StackOverflowError");
            recur(1);
        }

        @SuppressWarnings("InfiniteRecursion")
        private static int recur(int number) {
            return recur(number + 1) + 1;
        }
    }
}
