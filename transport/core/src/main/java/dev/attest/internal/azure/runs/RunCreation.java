package dev.attest.internal.azure.runs;

import dev.attest.internal.azure.api.Reference;
import dev.attest.internal.azure.api.Times;
import dev.attest.internal.config.PlanSettings;
import dev.attest.internal.journal.event.Pipeline;
import dev.attest.internal.journal.event.Run;
import dev.attest.internal.text.Texts;
import java.time.Instant;
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
 * <p>The start has two spellings since servers differ in which one they read here. See <a
 * href="https://learn.microsoft.com/rest/api/azure/devops/test/runs/create">Runs: Create</a>.
 */
record RunCreation(
        String name,
        boolean automated,
        String state,
        Instant startDate,
        Instant startedDate,
        String comment,
        @Nullable Build build,
        @Nullable PipelineReference pipelineReference,
        @Nullable Reference plan) {

    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_HOST = 200;

    /** In the comment of a run that hosts share. */
    static final String SHARED = "and other hosts";

    /** @param settings whose plan the run belongs to, if there is one: then its rows may be of test points */
    static RunCreation of(Run run, PlanSettings settings) {
        Instant started = Times.millis(run.started());
        Pipeline pipeline = run.pipeline();
        return new RunCreation(
                name(run),
                true,
                "InProgress",
                started,
                started,
                comment(run),
                pipeline == null ? null : new Build(String.valueOf(pipeline.buildId())),
                pipeline == null ? null : PipelineReference.of(pipeline),
                settings.planned() ? Reference.to(settings.plan()) : null);
    }

    /** Returns the same run, of no build. */
    RunCreation withoutBuild() {
        return new RunCreation(name, automated, state, startDate, startedDate, comment, null, null, plan);
    }

    /** Returns the same run, of no plan. */
    RunCreation withoutPlan() {
        return new RunCreation(name, automated, state, startDate, startedDate, comment, build, pipelineReference, null);
    }

    /** Returns the text in the comment by which the run is found again. */
    static String marker(Run run) {
        return "attest-run:" + run.token();
    }

    private static String name(Run run) {
        String title = Texts.clean(run.title()).strip();
        return title.isEmpty() ? "Tests" : Texts.cut(title, LONGEST_NAME, "…").strip();
    }

    private static String comment(Run run) {
        String host = Texts.cut(Texts.clean(run.computer()).strip(), LONGEST_HOST, "…");
        String from = (host.isEmpty() ? "" : " from " + host) + (run.acrossHosts() ? " " + SHARED : "");
        return "Published by Attest" + from + ". " + marker(run);
    }

    /** A build, by its id. */
    record Build(String id) {}

    /** Where in a pipeline. The service refuses one that names nothing. */
    record PipelineReference(
            int pipelineId,
            @Nullable Stage stageReference,
            @Nullable Phase phaseReference,
            @Nullable Job jobReference) {

        static @Nullable PipelineReference of(Pipeline from) {
            Stage stage = from.stage().isBlank() ? null : new Stage(cut(from.stage()), from.stageAttempt());
            Phase phase = from.phase().isBlank() ? null : new Phase(cut(from.phase()), from.phaseAttempt());
            Job job = from.job().isBlank() ? null : new Job(cut(from.job()), from.jobAttempt());
            return stage == null && phase == null && job == null
                    ? null
                    : new PipelineReference(from.buildId(), stage, phase, job);
        }

        private static String cut(String name) {
            return Texts.head(name, LONGEST_NAME);
        }
    }

    /** A stage. */
    record Stage(String stageName, int attempt) {}

    /** A phase. */
    record Phase(String phaseName, int attempt) {}

    /** A job. */
    record Job(String jobName, int attempt) {}
}
