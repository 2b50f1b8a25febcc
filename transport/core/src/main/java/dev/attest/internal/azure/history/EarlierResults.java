package dev.attest.internal.azure.history;

import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.azure.api.Times;
import dev.attest.internal.azure.plans.AutomatedTest;
import dev.attest.internal.config.HistorySettings;
import dev.attest.internal.history.PastResult;
import dev.attest.internal.history.PastResult.Verdict;
import dev.attest.internal.history.TestPast;
import dev.attest.internal.json.JsonText;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the earlier results of a test in the same pipeline and branch. If there are runs with the title of the
 * current one, apart from a number of the build at its end, only those count: others may be of other jobs. Outside of
 * Azure Pipelines, the title alone tells which runs are comparable.
 *
 * <pre>
 * {"automatedTestName":"shop.CartTest.adds","groupBy":"branch","branch":"refs/heads/main",
 *  "maxCompleteDate":"2026-12-01T10:00:00Z","trendDays":7}
 * {"resultsForGroup":[{"groupByValue":"refs/heads/main","results":[
 *    {"outcome":"Failed","completedDate":"..","durationInMs":12,"testRun":{"id":"4","name":".."},
 *     "buildReference":{"id":4,"definitionId":5,"number":"20261201.3","branchName":"refs/heads/main"}}]}],
 *  "continuationToken":".."}</pre>
 *
 * @see <a href="https://learn.microsoft.com/rest/api/azure/devops/test/test-history/query">Test History: Query</a>
 */
record EarlierResults(AzureApi api, HistorySettings settings, Clock clock) {

    /** The service takes no more at once. */
    private static final int DAYS_OF_A_QUERY = 7;

    /** Each has up to a hundred results or so. More say no more about a test. */
    private static final int MOST_PAGES = 3;

    /** Returns how many questions the past of a test takes. They do not depend on each other. */
    int questions() {
        return (settings.days() + DAYS_OF_A_QUERY - 1) / DAYS_OF_A_QUERY;
    }

    /**
     * Asks one of the questions for the past of a test.
     *
     * @param number from 0, for the days that are the latest
     */
    Part ask(AutomatedTest test, int number) throws NotDeliveredException {
        Optional<Instant> told = api.client().serviceTime();
        Instant now = told.isPresent() ? told.get() : clock.instant();
        int before = number * DAYS_OF_A_QUERY;
        int days = Math.min(DAYS_OF_A_QUERY, settings.days() - before);
        return read(test, now.minus(Duration.ofDays(before)), days);
    }

    /**
     * Returns the past of a test.
     *
     * @param run id of the run of the current result
     * @param parts the answers to all questions, in order
     */
    TestPast of(CurrentResult current, String run, List<Part> parts) {
        List<PastResult> sameTitle = new ArrayList<>();
        List<PastResult> others = new ArrayList<>();
        Set<String> seen = new HashSet<>(); // days overlap by a moment
        boolean complete = true;
        for (Part part : parts) {
            if (complete) { // there is a gap after a part that is not
                for (Earlier each : part.results()) {
                    boolean before = each.result().at().isBefore(current.completed());
                    if (before && !each.run().equals(run) && seen.add(each.run() + "/" + each.id())) {
                        (each.series().equals(current.series()) ? sameTitle : others).add(each.result());
                    }
                }
                complete = part.complete();
            }
        }
        List<PastResult> results = sameTitle.isEmpty() && settings.build() + settings.stage() != 0 ? others : sameTitle;
        results.sort((one, other) -> other.at().compareTo(one.at()));
        return new TestPast(current.since(settings.build()), results, complete ? settings.days() : 0);
    }

    /** Reads the results of some days, of which there may be too many. */
    private Part read(AutomatedTest test, Instant until, int days) throws NotDeliveredException {
        List<Earlier> found = new ArrayList<>();
        String token = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            Reply reply = api.post(
                    "look at earlier results of a test", api.urls().history(), query(test.name(), until, days, token));
            for (JsonValue group : reply.list("resultsForGroup", "it lists no earlier results")) {
                for (JsonValue result : group.get("results").items()) {
                    Earlier earlier = earlier(test, result, group.text("groupByValue"));
                    if (earlier != null) {
                        found.add(earlier);
                    }
                }
            }
            String next = reply.json().text("continuationToken");
            if (next.isEmpty() || next.equals(token)) {
                return new Part(found, true);
            }
            token = next;
        }
        return new Part(found, false);
    }

    private JsonText query(String name, Instant until, int days, String token) {
        JsonText query = new JsonText().object().member("automatedTestName", name);
        if (settings.stage() != 0) {
            query.member("groupBy", "environment").member("releaseEnvDefinitionId", settings.stage());
        } else {
            query.member("groupBy", "branch");
            // With the definition, the service returns all branches, whose results would fill the pages.
            if (!settings.branch().isEmpty()) {
                query.member("branch", settings.branch());
            } else if (settings.definition() != 0) {
                query.member("buildDefinitionId", settings.definition());
            }
        }
        query.member("maxCompleteDate", Times.text(until)).member("trendDays", days);
        return (token.isEmpty() ? query : query.member("continuationToken", token)).endObject();
    }

    /** Returns a result as far as it counts; null if it is not comparable, or says nothing. */
    private @Nullable Earlier earlier(AutomatedTest test, JsonValue result, String group) {
        Verdict verdict = verdict(result);
        Instant at = Times.parse(result.text("completedDate")).orElse(null);
        JsonValue ofRun = result.get("testRun");
        if (verdict == null || at == null || !isSameTest(test, result) || !isComparable(result, group)) {
            return null;
        }
        return new Earlier(
                new PastResult(at, verdict, millis(result), number(result)),
                ofRun.text("id"),
                result.text("id"),
                CurrentResult.series(ofRun.text("name")));
    }

    /** Two files of features may have scenarios of one name. */
    private static boolean isSameTest(AutomatedTest test, JsonValue result) {
        String storage = result.text("automatedTestStorage");
        return storage.isEmpty() || storage.equals(test.storage());
    }

    private boolean isComparable(JsonValue result, String group) {
        JsonValue build = result.get("buildReference");
        int id = build.get("id").number().orElse(0);
        if (settings.stage() != 0) {
            return true;
        }
        if (settings.build() == 0) {
            return id == 0;
        }
        int definition = build.get("definitionId").number().orElse(0);
        boolean sameDefinition = settings.definition() == 0 || definition == 0 || definition == settings.definition();
        String branch = build.text("branchName").isEmpty() ? group : build.text("branchName");
        return id != settings.build()
                && sameDefinition
                && (settings.branch().isEmpty() || settings.branch().equals(branch));
    }

    /** Returns what a result says about its test; null if it says nothing. */
    private static @Nullable Verdict verdict(JsonValue result) {
        return switch (result.text("outcome").toLowerCase(Locale.ROOT)) {
            case "passed" ->
                "rerun".equalsIgnoreCase(result.text("resultGroupType")) ? Verdict.RETRIED : Verdict.PASSED;
            case "failed", "error", "timeout" -> Verdict.FAILED;
            default -> null;
        };
    }

    private static String number(JsonValue result) {
        String number = result.get("buildReference").text("number");
        return CurrentResult.number(number.isEmpty() ? result.get("build").text("name") : number);
    }

    /** Some servers have a fraction. */
    private static long millis(JsonValue result) {
        try {
            return Math.max(0, (long) Double.parseDouble(result.text("durationInMs")));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /**
     * The answer to one question.
     *
     * @param complete whether there are no more results of these days
     */
    record Part(List<Earlier> results, boolean complete) {}

    /**
     * A comparable result.
     *
     * @param run id of its run
     * @param series title of its run without the number of the build
     */
    record Earlier(PastResult result, String run, String id, String series) {}
}
