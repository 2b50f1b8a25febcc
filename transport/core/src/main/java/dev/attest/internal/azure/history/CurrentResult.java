package dev.attest.internal.azure.history;

import dev.attest.internal.azure.api.Times;
import dev.attest.internal.history.FailingSince;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;
import dev.attest.internal.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The result that is looked at, as the service has it.
 *
 * <pre>{"id":100001,"comment":"...","completedDate":"2026-12-01T10:00:00Z","testCaseReferenceId":7,
 *  "testRun":{"id":"4","name":"shop/verify #42"},"associatedBugs":[{"id":"4711"}],
 *  "failingSince":{"date":"2026-12-01T09:00:00Z","build":{"id":4,"number":"20261201.3"}}}</pre>
 *
 * @param completed when it ended
 * @param series title of its run without the number of the build
 * @param reference id under which the service knows the test; 0 if it does not say
 * @param failing what the service says about the beginning of its failures, which may be this one
 * @param bugs ids of its bugs
 */
record CurrentResult(
        String comment, Instant completed, String series, int reference, JsonValue failing, List<Integer> bugs) {

    private static final int LONGEST_NUMBER = 100;

    /** The number of a build at the end of a title. */
    private static final Pattern NUMBER = Pattern.compile(" #\\S*\\d\\S*$");

    /** What {@link #of} reads besides the members that are always there. */
    static final String DETAILS = "WorkItems";

    /** See <a href="https://learn.microsoft.com/rest/api/azure/devops/test/results/get">Results: Get</a>. */
    static CurrentResult of(Reply reply, String id) throws NotDeliveredException {
        JsonValue json = reply.json();
        if (!reply.requireId("the result").equals(id)) {
            throw reply.unusable("it is of another result");
        }
        Instant completed = Times.parse(json.text("completedDate")).orElse(null);
        if (completed == null) {
            throw reply.unusable("it does not say when the result ended");
        }
        return new CurrentResult(
                json.text("comment"),
                completed,
                series(json.get("testRun").text("name")),
                json.get("testCaseReferenceId").number().orElse(0),
                json.get("failingSince"),
                bugs(json.get("associatedBugs")));
    }

    private static List<Integer> bugs(JsonValue associated) {
        List<Integer> bugs = new ArrayList<>();
        for (JsonValue bug : associated.items()) {
            bug.get("id").number().ifPresent(bugs::add);
        }
        return bugs;
    }

    /** Returns the title of a run without the part that differs from build to build. */
    static String series(String title) {
        return NUMBER.matcher(title).replaceFirst("");
    }

    /** Returns the number of a build as one line: a pipeline can give it any text. */
    static String number(String text) {
        return Texts.line(text, LONGEST_NUMBER);
    }

    /**
     * Returns where its failures began; null if the service does not say, or if they began in this build.
     *
     * @param build id of this build; 0 for none
     */
    @Nullable
    FailingSince since(int build) {
        Instant at = Times.parse(failing.text("date")).orElse(null);
        JsonValue first = failing.get("build");
        boolean here = build != 0 && first.get("id").number().orElse(0) == build;
        return at == null || here || !at.isBefore(completed)
                ? null
                : new FailingSince(at, number(first.text("number")));
    }
}
