package dev.attest.internal.journal.event;

import dev.attest.internal.json.JsonMembers;
import dev.attest.internal.json.JsonText;
import dev.attest.internal.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/** Writes and reads {@linkplain RunFact facts} about a run. */
public final class RunFactFormat implements LineFormat<RunFact> {

    @Override
    public void write(RunFact fact, JsonText line) {
        fact.writeTo(line);
    }

    @Override
    public @Nullable RunFact read(String kind, JsonMembers members) throws MalformedJsonException {
        return switch (kind) {
            case RunFact.Announced.KIND ->
                new RunFact.Announced(RunFormat.read(members.object("run")), members.flag("reopenable"));
            case RunFact.Created.KIND -> new RunFact.Created(AckFormat.runCreated(members.object("ack")));
            case RunFact.Closing.KIND -> new RunFact.Closing();
            case RunFact.Closed.KIND -> new RunFact.Closed();
            case RunFact.Reopened.KIND -> new RunFact.Reopened();
            case RunFact.Joined.KIND -> new RunFact.Joined(members.text("member"));
            case RunFact.Left.KIND -> new RunFact.Left(members.text("member"));
            case RunFact.Summarized.KIND ->
                new RunFact.Summarized(members.text("member"), members.flag("reopenable"), members.text("digest"));
            default -> null;
        };
    }
}
