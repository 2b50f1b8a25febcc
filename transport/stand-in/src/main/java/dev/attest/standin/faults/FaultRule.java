package dev.attest.standin.faults;

import java.time.Duration;

/**
 * Builds a fault in Java instead of text. Without {@link #nth}, {@link #times} or {@link #always} it applies to the
 * next request that matches, and only to that one. The last call, such as {@link #answer}, adds the fault.
 */
public final class FaultRule {

    private final Faults faults;
    private final String subject;
    private final StringBuilder words = new StringBuilder();
    private int first = 1;
    private int times = 1;

    FaultRule(Faults faults, String method, String path) {
        this.faults = faults;
        this.subject = method + " *" + path + ":";
    }

    /** Applies to the n-th matching request from now on, counted from 1. */
    public FaultRule nth(int n) {
        first = n;
        return this;
    }

    /** Applies to this many matching requests in a row. */
    public FaultRule times(int count) {
        times = count;
        return this;
    }

    /** Applies to every matching request, starting with the first or the {@link #nth}. */
    public FaultRule always() {
        return times(Integer.MAX_VALUE);
    }

    /** Adds a header to the reply. */
    public FaultRule header(String name, String value) {
        return with("header=" + TokenizedRule.quote(name + ": " + value));
    }

    /** Adds {@code Retry-After}. */
    public FaultRule retryAfter(int seconds) {
        return with("retry-after=" + seconds);
    }

    /** Waits before anything else happens. */
    public FaultRule after(Duration wait) {
        return with("delay=" + wait.toMillis() + "ms");
    }

    /** Answers with a status and an empty body; the request has no effect. */
    public void answer(int status) {
        answer(status, "");
    }

    /** Answers with a status and a body; the request has no effect. */
    public void answer(int status, String body) {
        add("status=" + status + " body=" + (body.isEmpty() ? "empty" : TokenizedRule.quote(body)));
    }

    /** Answers 203 with a sign-in page, as the hosted product does for a bad token; the request has no effect. */
    public void signInPage() {
        add("sign-in=203");
    }

    /** Closes the connection; the request has no effect. */
    public void drop() {
        add("drop");
    }

    /** Never answers; the request has no effect. */
    public void hang() {
        add("hang");
    }

    /** Carries the request out and closes the connection without a reply. */
    public void commitThenDrop() {
        add("commit drop");
    }

    /** Carries the request out and sends half of the JSON as a complete reply. */
    public void truncateJson() {
        add("body=half");
    }

    /** Carries the request out and closes the connection after this many bytes of the reply's body. */
    public void cutAfter(long bytes) {
        add("cut=" + bytes);
    }

    /** Carries the request out and replies late. */
    public void delay(Duration wait) {
        add("delay=" + wait.toMillis() + "ms");
    }

    /** Carries the request out and replies as usual, with the headers and the delay of this fault. */
    public void proceed() {
        add("");
    }

    private FaultRule with(String word) {
        words.append(' ').append(word);
        return this;
    }

    private void add(String action) {
        faults.add(subject + condition() + words + " " + action);
    }

    private String condition() {
        if (times == 1) {
            return " nth=" + first;
        }
        return " from=" + first + (times == Integer.MAX_VALUE ? "" : " to=" + (first + times - 1));
    }
}
