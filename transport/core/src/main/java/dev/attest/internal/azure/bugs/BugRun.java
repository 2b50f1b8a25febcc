package dev.attest.internal.azure.bugs;

import dev.attest.internal.azure.api.Times;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.rest.Reply;
import java.time.Instant;
import java.util.Optional;

/**
 * The run of the failed tests, as the service shows it.
 *
 * @param created when the service created the run, by its own clock; its start or the current time if the service does
 *     not tell it
 * @param buildId empty if the run belongs to no build
 */
record BugRun(String id, Instant created, String buildId) {

    static BugRun of(String id, JsonValue run, Instant now) {
        return new BugRun(
                id,
                date(run, "createdDate").or(() -> date(run, "startedDate")).orElse(now),
                Reply.id(run.get("build")).orElse(""));
    }

    private static Optional<Instant> date(JsonValue run, String member) {
        return run.get(member).text().flatMap(Times::parse);
    }
}
