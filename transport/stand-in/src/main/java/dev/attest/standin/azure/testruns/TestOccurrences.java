package dev.attest.standin.azure.testruns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.AzureDates;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.rules.Policy;
import dev.attest.standin.store.TestOccurrence;
import dev.attest.standin.store.Verdict;

/** Reads from a result what it adds to the history of its test. */
final class TestOccurrences {

    /** The custom field by which a client, or the service, says that a result is flaky. */
    static final String FLAKY = "IsTestResultFlaky";

    private final Verdict otherwise;

    TestOccurrences(Policy policy) {
        this.otherwise = policy.holds(Assumption.SKIPPED_KEEPS_FAILURES) ? Verdict.NEUTRAL : Verdict.ENDING;
    }

    TestOccurrence of(ObjectNode document, String state, String outcome) {
        var completed = state.equals("Completed");
        var date = Json.text(document, "completedDate");
        return new TestOccurrence(
                text(document, "automatedTestName"),
                text(document, "automatedTestStorage"),
                completed,
                date == null ? null : AzureDates.read(date, "completedDate"),
                completed ? Verdict.of(outcome, otherwise) : Verdict.NEUTRAL,
                saysFlaky(document));
    }

    private static String text(ObjectNode document, String name) {
        var text = Json.text(document, name);
        return text == null ? "" : text;
    }

    /** Returns whether the custom fields of a result say that it is flaky. */
    static boolean saysFlaky(ObjectNode document) {
        for (var field : document.path("customFields")) {
            if (FLAKY.equals(field.path("fieldName").asText())
                    && field.path("value").asBoolean()) {
                return true;
            }
        }
        return false;
    }
}
