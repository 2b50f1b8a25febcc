package dev.attest.standin.faults;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of a rule that say what. */
final class FaultWords {

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
    private @Nullable Word status;
    private @Nullable Word body;
    private @Nullable Word signIn;
    private @Nullable Word end;
    private boolean reset;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable RetryAfter retryAfter;
    private Duration delay = Duration.ZERO;
    private @Nullable Pace upload;
    private @Nullable Pace reply;

    /** Takes a word in, and returns whether it is one of these. */
    boolean take(Word word) {
        switch (word.name()) {
            case "commit" -> {
                word.alone();
                commit = true;
            }
            case "status" -> status = word;
            case "body" -> body = word;
            case "sign-in" -> signIn = word;
            case "retry-after" -> retryAfter = RetryAfter.of(word);
            case "header" -> header(word);
            case "delay" -> delay = word.duration();
            case "slow-upload" -> upload = word.pace();
            case "drip" -> reply = word.pace();
            case "reset" -> {
                word.alone();
                reset = true;
            }
            case "drop", "hang", "cut", "cut-head", "cut-upload" -> end(word);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void header(Word word) {
        var colon = word.value().indexOf(':');
        var name = colon < 0 ? "" : word.value().substring(0, colon);
        var value = word.value().substring(colon + 1).strip();
        if (!name.matches("[A-Za-z0-9-]+") || !value.matches("\\P{Cntrl}*")) {
            throw word.expected("a name and a value, such as header=X-RateLimit-Remaining:0");
        }
        headers.put(name, value);
    }

    private void end(Word word) {
        if (end != null) {
            throw both(end.name(), word.name());
        }
        end = word;
    }

    private static IllegalArgumentException both(String one, String other) {
        return new IllegalArgumentException("A fault has not both " + one + " and " + other + ".");
    }

    Fault fault() {
        var ending = ending();
        var half = body != null && body.value().equals("half") && !body.quoted();
        var answer = half ? null : answer();
        if (half && (status != null || signIn != null)) {
            throw both("body=half", status != null ? "status" : "sign-in");
        }
        if (!ending.replies() && (answer != null || half)) {
            throw both(end != null ? end.name() : "reset", answer != null ? "an answer" : "body=half");
        }
        if (commit && ending.whole() && answer == null && !half) {
            throw new IllegalArgumentException("With \"commit\" a fault also says what comes instead of the reply:"
                    + " expected drop, reset, hang, cut, status, body or sign-in.");
        }
        if (commit && ending.kind() == Ending.Kind.IN_UPLOAD) {
            throw both("commit", "cut-upload");
        }
        if (signIn != null && signIn.status() == 302) {
            headers.putIfAbsent("Location", "/_signin");
        }
        return new Fault(commit, answer, half, ending, headers, retryAfter, delay, upload, reply);
    }

    private @Nullable Answer answer() {
        if (signIn != null) {
            if (status != null || body != null) {
                throw both("sign-in", status != null ? "status" : "body");
            }
            return Answer.signIn(signIn.status());
        }
        if (status == null && body == null) {
            return null;
        }
        var code = status == null ? 200 : status.status();
        if (body == null) {
            return Answer.of(code, new Word("body", code < 400 ? "empty" : "azure", false));
        }
        return body.quoted() ? Answer.literal(code, body.value()) : Answer.of(code, body);
    }

    private Ending ending() {
        if (end == null) {
            return reset ? new Ending(Ending.Kind.BEFORE_REPLY, 0, true) : Ending.WHOLE;
        }
        return switch (end.name()) {
            case "cut" -> new Ending(Ending.Kind.IN_BODY, end.size(), reset);
            case "cut-head" -> new Ending(Ending.Kind.IN_HEAD, end.size(), reset);
            case "cut-upload" -> new Ending(Ending.Kind.IN_UPLOAD, end.size(), true);
            case "hang" -> alone(end, Ending.Kind.NEVER);
            default -> alone(end, Ending.Kind.BEFORE_REPLY);
        };
    }

    private Ending alone(Word word, Ending.Kind kind) {
        word.alone();
        if (reset) {
            throw both(word.name(), "reset");
        }
        return new Ending(kind, 0, false);
    }
}
