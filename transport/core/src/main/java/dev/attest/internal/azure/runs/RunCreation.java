package dev.attest.internal.azure.runs;

import dev.attest.internal.azure.api.ApiVersions;
import dev.attest.internal.azure.api.Reference;
import dev.attest.internal.azure.api.Times;
import dev.attest.internal.config.PlanSettings;
import dev.attest.internal.journal.event.Pipeline;
import dev.attest.internal.journal.event.Run;
import dev.attest.internal.json.JsonText;
import dev.attest.internal.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The body that creates a run.
 *
 * <pre>{"name":"Shop tests","automated":true,"state":"InProgress",
 *  "startDate":"2026-11-21T08:00:00Z","startedDate":"2026-11-21T08:00:00Z",
 *  "comment":"Published by Attest from host7. attest-run:9f3c2a\nbuild 42 of shop/verify (GitLab CI), branch main",
 *  "buildPlatform":"Linux amd64","buildFlavor":"JDK 17",
 *  "build":{"id":"42"},
 *  "pipelineReference":{"pipelineId":42,"stageReference":{"stageName":"Test","attempt":1},
 *    "phaseReference":{"phaseName":"Linux","attempt":1},"jobReference":{"jobName":"Linux","attempt":1}},
 *  "plan":{"id":"7"}}</pre>
 *
 * <p>The start has two names, because servers differ in the one that they read. Microsoft's publisher sends platform
 * and flavor as its users set them, such as x64 and Debug; tests of Java differ in system and JDK. The service itself
 * fills in {@code sourceWorkflow}: CD for a run of a release, otherwise CI. See <a
 * href="https://learn.microsoft.com/rest/api/azure/devops/test/runs/create">Runs: Create</a>.
 */
record RunCreation(Run run, @Nullable Pipeline pipeline, PlanSettings plan) {

    private static final int LONGEST_NAME = 256;

    /** Returns the creation of a run that belongs to no build and no release. */
    RunCreation withoutPipeline() {
        return new RunCreation(run, null, plan);
    }

    RunCreation withoutPlan() {
        return new RunCreation(run, pipeline, PlanSettings.NONE);
    }

    String name() {
        String title = Texts.clean(run.title()).strip();
        return title.isEmpty() ? "Tests" : Texts.cut(title, LONGEST_NAME, "…").strip();
    }

    /**
     * Returns the body, without members that have no value or that the service does not know. A run with a plan may
     * have results of test points.
     */
    JsonText json(ApiVersions versions) {
        String started = Times.text(run.started());
        JsonText body = new JsonText()
                .object()
                .member("name", name())
                .member("automated", true)
                .member("state", "InProgress")
                .member("startDate", started)
                .member("startedDate", started)
                .member("comment", comment());
        writeIfKnown(body, "buildPlatform", run.origin().platform());
        writeIfKnown(body, "buildFlavor", run.origin().runtime());
        if (pipeline != null && pipeline.isRelease()) {
            body.member("releaseUri", pipeline.releaseUri());
            if (!pipeline.releaseEnvironmentUri().isEmpty()) {
                body.member("releaseEnvironmentUri", pipeline.releaseEnvironmentUri());
            }
        } else if (pipeline != null) {
            Reference.write(body, "build", Reference.to(pipeline.buildId()));
            if (versions.hasJobs()) {
                writePlace(body, pipeline);
            }
        }
        if (plan.planned()) {
            Reference.write(body, "plan", Reference.to(plan.plan()));
        }
        return body.endObject();
    }

    private String comment() {
        Pipeline known = run.pipeline();
        String lacking = known == null || known.isRelease() || pipeline != null ? "" : RunBuilds.marker(known);
        return RunComment.of(run, lacking);
    }

    private static void writeIfKnown(JsonText body, String name, String text) {
        if (!text.isEmpty()) {
            body.member(name, Texts.clean(text));
        }
    }

    /** Adds the place of the run in a pipeline, but not without any names, because the service refuses that. */
    private static void writePlace(JsonText body, Pipeline pipeline) {
        if (pipeline.stage().isBlank()
                && pipeline.phase().isBlank()
                && pipeline.job().isBlank()) {
            return;
        }
        body.object("pipelineReference").member("pipelineId", pipeline.buildId());
        writePart(body, "stage", pipeline.stage(), pipeline.stageAttempt());
        writePart(body, "phase", pipeline.phase(), pipeline.phaseAttempt());
        writePart(body, "job", pipeline.job(), pipeline.jobAttempt());
        body.endObject();
    }

    private static void writePart(JsonText body, String kind, String name, int attempt) {
        if (!name.isBlank()) {
            body.object(kind + "Reference")
                    .member(kind + "Name", Texts.head(name, LONGEST_NAME))
                    .member("attempt", attempt)
                    .endObject();
        }
    }
}
