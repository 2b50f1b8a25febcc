package dev.attest.systemtests.recordings;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives the replies of a recording, in order, to a client that plays the trial again. The questions that the doctor has
 * before the trial are not in a recording; they are answered so that it goes on. Thread-safe.
 */
final class RecordedService {

    /** A reply; without one, the connection is closed. */
    record Reply(
            int status,
            String type,
            String body,
            boolean truncated,
            boolean continues,
            @Nullable Integer clock) {

        static Reply json(int status, String body) {
            return new Reply(status, "application/json", body, false, false, 0);
        }
    }

    /** For a user who has set a version, whose recording has no list of versions. */
    private static final String RUNS_RESOURCE =
            "{\"id\":\"cadb3810-d47d-4a3c-a234-fe5f3be50138\"," + "\"maxVersion\":\"7.2\",\"releasedVersion\":\"7.1\"}";

    private static final Pattern NEW_RUN = Pattern.compile("/\\{project}/_apis/test/runs(\\?.*)?");
    private static final Pattern VALIDATED_BUG = Pattern.compile(".*/wit/workitems/\\$.*");
    private static final Reply REFUSAL = Reply.json(400, "{\"message\":\"This is not in the recording.\"}");

    private final RecordingFile file;
    private final SentTexts texts = new SentTexts();
    private final List<String> problems = new ArrayList<>();
    private boolean begun;
    private int next;

    RecordedService(RecordingFile file) {
        this.file = file;
    }

    /** Returns the reply; nothing if there was none. */
    synchronized Optional<Reply> answer(String method, String path, String body) {
        if (!begun && !(method.equals("POST") && NEW_RUN.matcher(path).matches())) {
            return Optional.of(beforeTheTrial(method, path));
        }
        if (!begun) {
            begun = true;
            while (next < file.exchanges().size()
                    && file.exchanges().get(next).method().equals("OPTIONS")) {
                next++;
            }
        }
        return problems.isEmpty() ? inTheTrial(method, path, body) : Optional.of(REFUSAL);
    }

    /** Returns in one sentence each what the client asked and the recording does not have, and the other way round. */
    synchronized List<String> problems() {
        List<String> all = new ArrayList<>(problems);
        if (all.isEmpty()) {
            file.exchanges()
                    .subList(next, file.exchanges().size())
                    .forEach(left -> all.add("The client does not ask for " + left.shown() + "."));
        }
        return all;
    }

    private Reply beforeTheTrial(String method, String path) {
        if (method.equals("OPTIONS") && file.versions().isPresent()) {
            return reply(file.versions().get());
        }
        boolean expected = method.equals("OPTIONS")
                || NEW_RUN.matcher(path).matches()
                || VALIDATED_BUG.matcher(path).matches();
        if (!expected) {
            problems.add("The client asks " + method + " " + path + " before the trial.");
        }
        return expected ? Reply.json(200, "{\"count\":1,\"value\":[" + RUNS_RESOURCE + "]}") : REFUSAL;
    }

    private Optional<Reply> inTheTrial(String method, String path, String body) {
        if (next == file.exchanges().size()) {
            problems.add("The client asks " + method + " " + path + ", where the recording is at its end.");
            return Optional.of(REFUSAL);
        }
        RecordedExchange recorded = file.exchanges().get(next);
        if (!recorded.method().equals(method) || !new RecordedPath(recorded.path()).matches(path)) {
            problems.add("The client asks " + method + " " + path + ", where the recording has " + recorded.shown()
                    + ": " + recorded.path() + ".");
            return Optional.of(REFUSAL);
        }
        next++;
        texts.learn(recorded.request(), body.isEmpty() ? null : JsonParser.parseString(body));
        return recorded.status() == 0 ? Optional.empty() : Optional.of(reply(recorded));
    }

    private Reply reply(RecordedExchange recorded) {
        JsonElement json = recorded.reply();
        String body = json == null
                ? "x".repeat(recorded.length())
                : texts.inReply(json).toString();
        return new Reply(
                recorded.status(), recorded.type(), body, recorded.truncated(), recorded.continues(), recorded.clock());
    }
}
