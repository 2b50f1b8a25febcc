package dev.attest.standin.azure.testruns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.AzureCall;
import dev.attest.standin.azure.rest.AzureDates;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.HistoryQuery;
import dev.attest.standin.store.HistoryQuery.Place;
import dev.attest.standin.store.TestHistory.HistoryEntry;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A query for the history of a test. A number that is 0 and a text that is empty are as if they were missing, which is
 * what typed clients send for them.
 *
 * @param until the end of the time that is asked for
 * @param groupBy what the results are grouped by; empty for the history of a build definition
 * @param token the continuation token; empty for the first page
 */
record HistoryRequest(
        String test,
        Instant until,
        int days,
        String groupBy,
        String branch,
        int definitionId,
        int environmentId,
        int testCaseId,
        String token) {

    private static final int MOST_DAYS = 7;

    static HistoryRequest read(AzureCall call, ObjectNode body, Instant now) {
        var until = Json.text(body, "maxCompleteDate");
        var request = new HistoryRequest(
                text(body, "automatedTestName"),
                until == null ? now : AzureDates.read(until, "maxCompleteDate"),
                days(call, body),
                groupBy(Json.text(body, "groupBy")),
                text(body, "branch"),
                number(body, "buildDefinitionId"),
                number(body, "releaseEnvDefinitionId"),
                number(body, "testCaseId"),
                text(body, "continuationToken"));
        return request.checked(call.policy().holds(Assumption.GROUPED_HISTORY));
    }

    private HistoryRequest checked(boolean grouped) {
        if (test.isBlank()) {
            throw Refusal.property("automatedTestName", "Value cannot be null or empty.");
        }
        if (definitionId != 0 && byEnvironment()) {
            throw Refusal.property("buildDefinitionId", "A history by environment has no build definition.");
        }
        if (environmentId != 0 && !byEnvironment()) {
            throw Refusal.property("releaseEnvDefinitionId", "A history by branch has no environment.");
        }
        if (!groupBy.isEmpty() || definitionId != 0) {
            return this;
        }
        if (grouped) {
            throw Refusal.property("groupBy", "A history without a build definition is by branch or environment.");
        }
        return new HistoryRequest(test, until, days, "branch", branch, definitionId, environmentId, testCaseId, token);
    }

    private static String text(ObjectNode body, String name) {
        var text = Json.text(body, name);
        return text == null ? "" : text;
    }

    private static int number(ObjectNode body, String name) {
        var text = text(body, name);
        if (!text.matches("-?\\d{0,9}") || text.equals("-")) {
            throw Refusal.property(name, "The value of " + name + " must be a number.");
        }
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private static int days(AzureCall call, ObjectNode body) {
        var days = number(body, "trendDays");
        if (days < 0 || (days > MOST_DAYS && call.policy().holds(Assumption.TREND_OF_7_DAYS))) {
            throw Refusal.property("trendDays", "The value of trendDays must be from 1 to " + MOST_DAYS + ".");
        }
        return days == 0 ? MOST_DAYS : Math.min(MOST_DAYS, days);
    }

    private static String groupBy(@Nullable String text) {
        if (text == null || text.isEmpty() || text.equals("0")) {
            return "";
        }
        if (text.equalsIgnoreCase("branch") || text.equals("1")) {
            return "branch";
        }
        if (text.equalsIgnoreCase("environment") || text.equals("2")) {
            return "environment";
        }
        throw Refusal.property("groupBy", "The value \"" + text + "\" is not valid for the property groupBy.");
    }

    boolean byEnvironment() {
        return groupBy.equals("environment");
    }

    /** Returns the query of the store. With a build definition, the branch has no use, as documented. */
    HistoryQuery query(String project) {
        return new HistoryQuery(
                project,
                test,
                until.minus(Duration.ofDays(days)),
                definitionId,
                definitionId == 0 ? branch : "",
                byEnvironment(),
                environmentId,
                token.isEmpty() ? Place.until(until) : HistoryToken.read(token));
    }

    /** Returns whether a result is of the test case that is asked for. */
    boolean hasTestCase(HistoryEntry entry) {
        var document = Json.stored(entry.result().document());
        return testCaseId == 0 || document.path("testCase").path("id").asInt() == testCaseId;
    }

    /** Returns the value that a result is grouped by. */
    String group(HistoryEntry entry) {
        if (groupBy.isEmpty()) {
            return String.valueOf(entry.definitionId());
        }
        return byEnvironment() ? String.valueOf(entry.environmentId()) : entry.branch();
    }
}
