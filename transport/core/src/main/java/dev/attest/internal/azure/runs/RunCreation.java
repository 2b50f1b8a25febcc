package dev.attest.internal.azure.runs;

import dev.attest.internal.azure.api.Reference;
import dev.attest.internal.azure.api.Times;
import dev.attest.internal.config.PlanSettings;
import dev.attest.internal.journal.event.Pipeline;
import dev.attest.internal.journal.event.Run;
import dev.attest.internal.text.Texts;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body that creates a run.
 *
 * <pre>{"name":"Shop tests","automated":true,"state":"InProgress",
 *  "startDate":"2026-11-21T08:00:00Z","startedDate":"2026-11-21T08:00:00Z",
 *  "comment":"Published by Attest from host7. attest-run:9f3c2a",
 *  "build":{"id":"42"},
 *  "pipelineReference":{"pipelineId":42,"stageReference":{"stageName":"Test","attempt":1},
 *    "phaseReference":{"phaseName":"Linux","attempt":1},"jobReference":{"jobName":"Linux","attempt":1}},
 *  "plan":{"id":"7"}}</pre>
 *
 * <p>The start has two names, because servers differ in the one that they read. See <a
 * href="https://learn.microsoft.com/rest/api/azure/devops/test/runs/create">Runs: Create</a>.
 */
record RunCreation(Run run, @Nullable Pipeline pipeline, PlanSettings plan) {

    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_HOST = 200;

    /** Part of the comment of a run that hosts share. */
    static final String SHARED = "and other hosts";

    RunCreation withoutBuild() {
        return new RunCreation(run, null, plan);
    }

    RunCreation withoutPlan() {
        return new RunCreation(run, pipeline, PlanSettings.NONE);
    }

    /** Returns the part of the comment that identifies the run. */
    static String marker(Run run) {
        return "attest-run:" + run.token();
    }

    String name() {
        String title = Texts.clean(run.title()).strip();
        return title.isEmpty() ? "Tests" : Texts.cut(title, LONGEST_NAME, "…").strip();
    }

    /** Returns the body. The JSON omits members that are null. A run with a plan may have results of test points. */
    Map<String, @Nullable Object> json() {
        Instant started = Times.millis(run.started());
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("name", name());
        body.put("automated", true);
        body.put("state", "InProgress");
        body.put("startDate", started);
        body.put("startedDate", started);
        body.put("comment", comment());
        if (pipeline != null) {
            body.put("build", Reference.to(pipeline.buildId()));
            body.put("pipelineReference", reference(pipeline));
        }
        body.put("plan", plan.planned() ? Reference.to(plan.plan()) : null);
        return body;
    }

    private String comment() {
        String host = Texts.cut(Texts.clean(run.computer()).strip(), LONGEST_HOST, "…");
        String from = (host.isEmpty() ? "" : " from " + host) + (run.acrossHosts() ? " " + SHARED : "");
        return "Published by Attest" + from + ". " + marker(run);
    }

    /** Returns the place of the run in a pipeline, or null without any names, because the service refuses that. */
    private static @Nullable Map<String, Object> reference(Pipeline pipeline) {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("pipelineId", pipeline.buildId());
        putPart(reference, "stage", pipeline.stage(), pipeline.stageAttempt());
        putPart(reference, "phase", pipeline.phase(), pipeline.phaseAttempt());
        putPart(reference, "job", pipeline.job(), pipeline.jobAttempt());
        return reference.size() == 1 ? null : reference;
    }

    private static void putPart(Map<String, Object> reference, String kind, String name, int attempt) {
        if (!name.isBlank()) {
            Map<String, Object> part = new LinkedHashMap<>();
            part.put(kind + "Name", Texts.head(name, LONGEST_NAME));
            part.put("attempt", attempt);
            reference.put(kind + "Reference", part);
        }
    }
}
