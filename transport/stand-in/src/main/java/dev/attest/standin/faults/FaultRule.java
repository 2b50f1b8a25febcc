package dev.attest.standin.faults;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a fault meets. Without {@link #nth}, {@link #times} or {@link #always} it is the next one that
 * matches. A rule takes hold with the action that ends it, such as {@link #answer}.
 */
public final class FaultRule {

    private static final String SIGN_IN = "<!DOCTYPE html><html><head><title>Sign In</title></head>"
            + "<body><form action=\"/_signin\">Sign in to your account</form></body></html>";

    private final Faults faults;
    private final String method;
    private final String path;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private int first = 1;
    private int times = 1;
    private Duration delay = Duration.ZERO;
    private @Nullable Fault fault;
    private int seen;

    FaultRule(Faults faults, String method, String path) {
        this.faults = faults;
        this.method = method;
        this.path = path.toLowerCase(Locale.ROOT);
    }

    /** Meets the n-th matching request from now on, counted from 1. */
    public FaultRule nth(int n) {
        first = n;
        return this;
    }

    /** Meets this many matching requests in a row. */
    public FaultRule times(int count) {
        times = count;
        return this;
    }

    /** Meets every matching request from the first (or {@link #nth}) on. */
    public FaultRule always() {
        return times(Integer.MAX_VALUE);
    }

    /** Adds a header to the reply. */
    public FaultRule header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Adds {@code Retry-After}. */
    public FaultRule retryAfter(int seconds) {
        return header("Retry-After", Integer.toString(seconds));
    }

    /** Waits before anything else happens. */
    public FaultRule after(Duration wait) {
        delay = wait;
        return this;
    }

    /** Answers with a status and an empty body; the request has no effect. */
    public void answer(int status) {
        answer(status, "");
    }

    /** Answers with a status and a body; the request has no effect. */
    public void answer(int status, String body) {
        add(Fault.Kind.REPLY, status, body, 0);
    }

    /** Answers 203 with a sign-in page, as the hosted product does for a bad token; the request has no effect. */
    public void signInPage() {
        headers.putIfAbsent("Content-Type", "text/html; charset=utf-8");
        add(Fault.Kind.REPLY, 203, SIGN_IN, 0);
    }

    /** Closes the connection; the request has no effect. */
    public void drop() {
        add(Fault.Kind.DROP, 0, "", 0);
    }

    /** Carries the request out and closes the connection without a reply. */
    public void commitThenDrop() {
        add(Fault.Kind.COMMIT_THEN_DROP, 0, "", 0);
    }

    /** Carries the request out and reports this status with an empty body. */
    public void commitThenAnswer(int status) {
        add(Fault.Kind.COMMIT_THEN_REPLY, status, "", 0);
    }

    /** Carries the request out and sends half of the JSON as a complete reply. */
    public void truncateJson() {
        add(Fault.Kind.TRUNCATED_JSON, 0, "", 0);
    }

    /** Carries the request out and closes the connection after this many bytes of the reply's body. */
    public void cutAfter(long bytes) {
        add(Fault.Kind.CUT, 0, "", bytes);
    }

    /** Carries the request out and replies late. */
    public void delay(Duration wait) {
        delay = wait;
        proceed();
    }

    /** Carries the request out and replies as ever, but for the headers and the wait of this rule. */
    public void proceed() {
        add(Fault.Kind.DELAY, 0, "", 0);
    }

    private void add(Fault.Kind kind, int status, String body, long cutAfter) {
        fault = new Fault(kind, status, headers, body, delay, cutAfter);
        faults.add(this);
    }

    Optional<Fault> meet(String requestMethod, String requestPath) {
        if (!method.equals("*") && !method.equalsIgnoreCase(requestMethod)) {
            return Optional.empty();
        }
        if (!requestPath.toLowerCase(Locale.ROOT).endsWith(path)) {
            return Optional.empty();
        }
        seen++;
        var met = seen >= first && seen - first < times;
        return met ? Optional.ofNullable(fault) : Optional.empty();
    }
}
