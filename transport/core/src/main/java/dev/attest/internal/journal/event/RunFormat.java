package dev.attest.internal.journal.event;

import dev.attest.internal.json.JsonMembers;
import dev.attest.internal.json.JsonText;
import dev.attest.internal.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/** Writes and reads runs. */
final class RunFormat {

    private RunFormat() {}

    static void write(Run run, JsonText members) {
        members.member("token", run.token())
                .member("title", run.title())
                .member("started", run.started())
                .member("computer", run.computer());
        Pipeline pipeline = run.pipeline();
        if (pipeline != null) {
            members.object("pipeline")
                    .member("buildId", pipeline.buildId())
                    .member("stage", pipeline.stage())
                    .member("stageAttempt", pipeline.stageAttempt())
                    .member("phase", pipeline.phase())
                    .member("phaseAttempt", pipeline.phaseAttempt())
                    .member("job", pipeline.job())
                    .member("jobAttempt", pipeline.jobAttempt());
            if (pipeline.isRelease()) {
                members.member("releaseUri", pipeline.releaseUri())
                        .member("releaseEnvironmentUri", pipeline.releaseEnvironmentUri());
            }
            members.endObject();
        }
        if (run.origin().isKnown()) {
            OriginFormat.write(run.origin(), members.object("origin"));
            members.endObject();
        }
        members.member("acrossHosts", run.acrossHosts()).member("mark", run.mark());
    }

    static Run read(JsonMembers members) throws MalformedJsonException {
        return new Run(
                members.text("token"),
                members.text("title"),
                members.instant("started"),
                members.text("computer"),
                pipeline(members.optionalObject("pipeline")),
                OriginFormat.read(members.optionalObject("origin")),
                members.flag("acrossHosts"),
                members.text("mark"));
    }

    private static @Nullable Pipeline pipeline(@Nullable JsonMembers members) throws MalformedJsonException {
        return members == null
                ? null
                : new Pipeline(
                        members.number("buildId"),
                        members.text("stage"),
                        members.number("stageAttempt"),
                        members.text("phase"),
                        members.number("phaseAttempt"),
                        members.text("job"),
                        members.number("jobAttempt"),
                        textOrEmpty(members, "releaseUri"),
                        textOrEmpty(members, "releaseEnvironmentUri"));
    }

    private static String textOrEmpty(JsonMembers members, String name) throws MalformedJsonException {
        String text = members.optionalText(name);
        return text == null ? "" : text;
    }
}
