package dev.attest.internal.azure.bugs;

import dev.attest.internal.azure.api.Times;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.rest.Reply;
import java.time.Instant;

/**
 * The run of the failed tests, as the service shows it.
 *
 * @param started start of the run; the current time if the service does not tell it
 * @param buildId empty if the run belongs to no build
 */
record BugRun(String id, Instant started, String buildId) {

    static BugRun of(String id, JsonValue run, Instant now) {
        return new BugRun(
                id,
                run.get("startedDate").text().flatMap(Times::parse).orElse(now),
                Reply.id(run.get("build")).orElse(""));
    }
}
