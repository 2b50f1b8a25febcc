package dev.attest.model;

/**
 * The place in Azure Pipelines that a run comes from. Each name is empty and each attempt 1 where the pipeline has none.
 *
 * @param buildId id of the build, from {@code BUILD_BUILDID}
 * @param stage from {@code SYSTEM_STAGENAME}
 * @param stageAttempt from {@code SYSTEM_STAGEATTEMPT}
 * @param phase from {@code SYSTEM_PHASENAME}
 * @param phaseAttempt from {@code SYSTEM_PHASEATTEMPT}
 * @param job from {@code SYSTEM_JOBNAME}
 * @param jobAttempt from {@code SYSTEM_JOBATTEMPT}
 */
public record Pipeline(
        int buildId, String stage, int stageAttempt, String phase, int phaseAttempt, String job, int jobAttempt) {}
