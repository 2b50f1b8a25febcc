package dev.attest.internal.azure.bugs;

import dev.attest.internal.azure.api.Times;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.rest.Reply;
import java.time.Instant;

/**
 * The run that bugs are filed in, as the service shows it.
 *
 * @param id its id
 * @param started when it was, as far as that is told
 * @param buildId the build that it belongs to; empty for none
 */
record BugRun(String id, Instant started, String buildId) {

    static BugRun of(String id, JsonValue run, Instant now) {
        return new BugRun(
                id,
                run.get("startedDate").text().flatMap(Times::parse).orElse(now),
                Reply.id(run.get("build")).orElse(""));
    }
}
