package dev.attest.standin.faults;

import dev.attest.standin.faults.Fault.ExchangeEnd;
import dev.attest.standin.faults.Fault.RetryAfter;
import dev.attest.standin.faults.Fault.Throttle;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the options of a fault that say what happens to a request. */
final class ActionParser {

    static final List<String> NAMES = List.of(
            "commit",
            "status",
            "body",
            "sign-in",
            "retry-after",
            "header",
            "delay",
            "slow-upload",
            "drip",
            "drop",
            "reset",
            "hang",
            "cut",
            "cut-head",
            "cut-upload");

    private boolean commit;
    private @Nullable RuleToken status;
    private @Nullable RuleToken body;
    private @Nullable RuleToken signIn;
    private @Nullable RuleToken end;
    private boolean reset;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable RetryAfter retryAfter;
    private Duration delay = Duration.ZERO;
    private @Nullable Throttle uploadThrottle;
    private @Nullable Throttle replyThrottle;

    /** Reads an option. Returns false if it is not one of {@link #NAMES}. */
    boolean accept(RuleToken token) {
        switch (token.name()) {
            case "commit" -> {
                token.requireNoValue();
                commit = true;
            }
            case "status" -> status = token;
            case "body" -> body = token;
            case "sign-in" -> signIn = token;
            case "retry-after" -> retryAfter = RetryAfter.of(token);
            case "header" -> header(token);
            case "delay" -> delay = token.duration();
            case "slow-upload" -> uploadThrottle = token.throttle();
            case "drip" -> replyThrottle = token.throttle();
            case "reset" -> {
                token.requireNoValue();
                reset = true;
            }
            case "drop", "hang", "cut", "cut-head", "cut-upload" -> endWith(token);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void header(RuleToken token) {
        var colon = token.value().indexOf(':');
        var name = colon < 0 ? "" : token.value().substring(0, colon);
        var value = token.value().substring(colon + 1).strip();
        if (!name.matches("[A-Za-z0-9-]+") || !value.matches("\\P{Cntrl}*")) {
            throw token.expected("a name and a value, such as header=X-RateLimit-Remaining:0");
        }
        headers.put(name, value);
    }

    private void endWith(RuleToken token) {
        if (end != null) {
            throw conflict(end.name(), token.name());
        }
        end = token;
    }

    private static IllegalArgumentException conflict(String one, String other) {
        return new IllegalArgumentException("A fault cannot have both " + one + " and " + other + ".");
    }

    Fault fault() {
        var ending = ending();
        var half = body != null && body.value().equals("half") && !body.quoted();
        var answer = half ? null : answer();
        if (half && (status != null || signIn != null)) {
            throw conflict("body=half", status != null ? "status" : "sign-in");
        }
        if (!ending.replies() && (answer != null || half)) {
            throw conflict(end != null ? end.name() : "reset", answer != null ? "an answer" : "body=half");
        }
        if (commit && ending.whole() && answer == null && !half) {
            throw new IllegalArgumentException("A fault with \"commit\" also needs an option that replaces the reply:"
                    + " expected drop, reset, hang, cut, status, body or sign-in.");
        }
        if (commit && ending.kind() == ExchangeEnd.Stage.IN_UPLOAD) {
            throw conflict("commit", "cut-upload");
        }
        if (signIn != null && signIn.status() == 302) {
            headers.putIfAbsent("Location", "/_signin");
        }
        return new Fault(commit, answer, half, ending, headers, retryAfter, delay, uploadThrottle, replyThrottle);
    }

    private @Nullable FaultReply answer() {
        if (signIn != null) {
            if (status != null || body != null) {
                throw conflict("sign-in", status != null ? "status" : "body");
            }
            return FaultReply.signIn(signIn.status());
        }
        if (status == null && body == null) {
            return null;
        }
        var code = status == null ? 200 : status.status();
        if (body == null) {
            return FaultReply.of(code, new RuleToken("body", code < 400 ? "empty" : "azure", false));
        }
        return body.quoted() ? FaultReply.literal(code, body.value()) : FaultReply.of(code, body);
    }

    private ExchangeEnd ending() {
        if (end == null) {
            return reset ? new ExchangeEnd(ExchangeEnd.Stage.BEFORE_REPLY, 0, true) : ExchangeEnd.WHOLE;
        }
        return switch (end.name()) {
            case "cut" -> new ExchangeEnd(ExchangeEnd.Stage.IN_BODY, end.size(), reset);
            case "cut-head" -> new ExchangeEnd(ExchangeEnd.Stage.IN_HEAD, end.size(), reset);
            case "cut-upload" -> new ExchangeEnd(ExchangeEnd.Stage.IN_UPLOAD, end.size(), true);
            case "hang" -> plain(end, ExchangeEnd.Stage.NEVER);
            default -> plain(end, ExchangeEnd.Stage.BEFORE_REPLY);
        };
    }

    private ExchangeEnd plain(RuleToken token, ExchangeEnd.Stage kind) {
        token.requireNoValue();
        if (reset) {
            throw conflict(token.name(), "reset");
        }
        return new ExchangeEnd(kind, 0, false);
    }
}
