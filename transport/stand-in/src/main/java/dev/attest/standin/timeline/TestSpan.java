package dev.attest.standin.timeline;

/**
 * The time in which a test ran.
 *
 * @param id of its result
 * @param outcome how it ended
 * @param start in milliseconds of the clock
 * @param end not before the start
 */
public record TestSpan(int id, String outcome, long start, long end) {

    /** Sets an end that is before the start to the start. */
    public TestSpan {
        end = Math.max(start, end);
    }

    /** Returns the duration in milliseconds. */
    public long length() {
        return end - start;
    }
}
