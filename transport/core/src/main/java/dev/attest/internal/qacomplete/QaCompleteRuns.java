package dev.attest.internal.qacomplete;

import dev.attest.internal.config.QaCompleteSettings;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.Remarks;
import dev.attest.internal.journal.event.Run;
import dev.attest.internal.json.Json;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.rest.Call;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Creates runs without duplicates.
 *
 * <pre>{"TestSetId":7,"ReleaseId":5,"TestConfigId":3,"ForceNewRunCreation":true}</pre>
 *
 * <p>The body never contains {@code RunByHostId}, which would make QAComplete run the tests itself. If the reply was
 * lost, a run is taken for the lost one if it is newer than the mark, has the same set, release and configuration, and
 * is not begun. If there are several, the lowest id is used, and a remark names the others.
 *
 * <p>The mark is stored before a run is created, because a run has no field for a marker of its own. It has the highest
 * id of a run of the test set; 0 if there is none:
 *
 * <pre>runs up to 118</pre>
 */
record QaCompleteRuns(QaCompleteApi api, QaCompleteSettings settings, Remarks remarks) {

    private static final Pattern MARK = Pattern.compile("runs up to (\\d{1,18})");

    /** Returns a mark of the runs that exist before a run is created. */
    Accepted prepare() throws NotDeliveredException {
        long highest = all("look which test runs there are").stream()
                .mapToLong(QaCompleteRuns::id)
                .max()
                .orElse(0);
        return Accepted.of("runs up to " + highest);
    }

    Accepted create(Run run, boolean possiblyApplied) throws NotDeliveredException {
        Matcher mark = MARK.matcher(run.mark());
        if (possiblyApplied && mark.matches()) {
            List<Long> candidates = since(Long.parseLong(mark.group(1)));
            if (!candidates.isEmpty()) {
                return adopt(candidates);
            }
        }
        Reply reply = api.post("create the test run", api.urls().runs(), Call.json(Json.write(creation())));
        return Accepted.of(List.of(reply.requireId("the run")), reply.pause());
    }

    private Accepted adopt(List<Long> candidates) {
        String own = String.valueOf(candidates.get(0));
        if (candidates.size() > 1) {
            List<String> others =
                    candidates.stream().skip(1).map(String::valueOf).toList();
            remarks.add("QAComplete may have more test runs than were begun: results are in run " + own
                    + ", and nobody has begun " + String.join(", ", others) + ". Delete what is not another build's.");
        }
        return Accepted.of(own);
    }

    private Map<String, Object> creation() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("TestSetId", Integer.valueOf(settings.testSet()));
        if (!settings.release().isEmpty()) {
            body.put("ReleaseId", Integer.valueOf(settings.release()));
        }
        if (!settings.configuration().isEmpty()) {
            body.put("TestConfigId", Integer.valueOf(settings.configuration()));
        }
        body.put("ForceNewRunCreation", true);
        return body;
    }

    private List<Long> since(long highest) throws NotDeliveredException {
        return all("look whether the test run was created already").stream()
                .filter(run -> id(run) > highest)
                .filter(this::isAlike)
                .filter(QaCompleteRuns::isUntouched)
                .map(QaCompleteRuns::id)
                .sorted()
                .toList();
    }

    private List<JsonValue> all(String purpose) throws NotDeliveredException {
        try {
            return api.list(purpose, query -> api.urls().runsOf(settings.testSet(), query));
        } catch (NotDeliveredException e) {
            if (e.status() == 400) {
                return api.list(purpose, api.urls()::runs); // this server does not support the filter
            }
            throw e;
        }
    }

    private boolean isAlike(JsonValue run) {
        return is(run, "test_set_id", settings.testSet())
                && (settings.release().isEmpty() || is(run, "release_id", settings.release()))
                && (settings.configuration().isEmpty() || is(run, "test_config_id", settings.configuration()));
    }

    private static boolean is(JsonValue run, String name, String id) {
        return Reply.id(run, name).filter(id::equals).isPresent();
    }

    /** The names of statuses are configurable, so the counts are compared. */
    private static boolean isUntouched(JsonValue run) {
        return Stream.of("nbr_passed", "nbr_failed", "nbr_blocked")
                .allMatch(name -> run.get(name).text().orElse("0").equals("0"));
    }

    private static long id(JsonValue run) {
        return Reply.id(run).map(Long::parseLong).orElse(0L);
    }
}
