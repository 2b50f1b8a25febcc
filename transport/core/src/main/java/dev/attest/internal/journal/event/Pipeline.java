package dev.attest.internal.journal.event;

/**
 * The job in Azure Pipelines that a run comes from. If the pipeline does not set a value, a name is empty and an
 * attempt is 1.
 *
 * @param buildId id of the build, from {@code BUILD_BUILDID}
 * @param stage from {@code SYSTEM_STAGENAME}
 * @param stageAttempt from {@code SYSTEM_STAGEATTEMPT}
 * @param phase from {@code SYSTEM_PHASENAME}
 * @param phaseAttempt from {@code SYSTEM_PHASEATTEMPT}
 * @param job from {@code SYSTEM_JOBNAME}
 * @param jobAttempt from {@code SYSTEM_JOBATTEMPT}
 * @param releaseUri from {@code RELEASE_RELEASEURI}; empty outside of a classic release pipeline, in which the build is
 *     that of an artifact
 * @param releaseEnvironmentUri from {@code RELEASE_ENVIRONMENTURI}; empty outside of a classic release pipeline
 */
public record Pipeline(
        int buildId,
        String stage,
        int stageAttempt,
        String phase,
        int phaseAttempt,
        String job,
        int jobAttempt,
        String releaseUri,
        String releaseEnvironmentUri) {

    /** Creates the job of a build. */
    public Pipeline(
            int buildId, String stage, int stageAttempt, String phase, int phaseAttempt, String job, int jobAttempt) {
        this(buildId, stage, stageAttempt, phase, phaseAttempt, job, jobAttempt, "", "");
    }

    public boolean isRelease() {
        return !releaseUri.isEmpty();
    }
}
