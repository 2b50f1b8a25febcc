package dev.attest.internal.masking;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of the user that takes a bounded time: its matcher may read a number of characters in proportion to the
 * length of the text, and a reserve for all texts together. A text that it cannot search to the end is replaced as a
 * whole, because a secret may be in it. Thread-safe.
 */
final class BoundedPattern {

    /** Thrown out of the matcher, which offers no other way to stop. */
    private static final class CutOffException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CutOffException() {
            super(null, null, false, false);
        }
    }

    private static final long STEPS_PER_TEXT = 20_000;
    private static final long STEPS_PER_CHAR = 200;
    /** For patterns that read each long text again and again, and still come to an end. One to two seconds at most. */
    private static final long RESERVE = 50_000_000;

    private static final long PART_OF_RESERVE = 10_000;

    private final Pattern pattern;
    private final Consumer<String> warn;
    private final AtomicLong reserve = new AtomicLong(RESERVE);
    private volatile boolean warned;

    /** @param warn gets a message when the pattern is cut off first */
    BoundedPattern(Pattern pattern, Consumer<String> warn) {
        this.pattern = pattern;
        this.warn = warn;
    }

    /** Returns the text without what the pattern finds. */
    String mask(String text) {
        Spans spans = new Spans();
        try {
            Matcher matcher = pattern.matcher(new Steps(text));
            while (matcher.find()) {
                if (matcher.end() > matcher.start()) {
                    spans.add(matcher.start(), matcher.end());
                }
            }
        } catch (CutOffException | StackOverflowError e) {
            warnOnce();
            return Masking.MASK;
        }
        return spans.replaceIn(text, Masking.MASK);
    }

    private void warnOnce() {
        if (!warned) {
            warned = true;
            warn.accept("attest.mask takes too long to search some texts, and was cut off there. These texts are"
                    + " replaced by *** as a whole. Make the pattern simpler, without repetitions in repetitions: "
                    + pattern.pattern());
        }
    }

    /** A text that counts how often a matcher reads a character. */
    private final class Steps implements CharSequence {

        private final String text;
        private long left;

        Steps(String text) {
            this.text = text;
            this.left = STEPS_PER_TEXT + STEPS_PER_CHAR * text.length();
        }

        @Override
        public char charAt(int index) {
            if (left == 0) {
                if (reserve.get() < 0 || reserve.addAndGet(-PART_OF_RESERVE) < 0) {
                    throw new CutOffException();
                }
                left = PART_OF_RESERVE;
            }
            left--;
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
