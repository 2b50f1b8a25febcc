package dev.attest.internal.config;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The job of Azure Pipelines, or of a classic release pipeline, in which the tests run. If the pipeline has no name, it
 * is empty; if it has no attempt, it is 1.
 *
 * @param phase name of the job in YAML
 * @param job leg of a matrix, or {@code __default}
 * @param buildId 0 in a release without a build
 * @param slices number of jobs of the phase, which are slices or legs of a matrix
 * @param release null outside of a classic release pipeline
 */
public record PipelineSettings(
        int buildId,
        String stage,
        int stageAttempt,
        String phase,
        int phaseAttempt,
        String job,
        int jobAttempt,
        int slices,
        @Nullable ReleaseStage release) {

    private static final String NO_NAME = "__default";
    private static final int LONGEST_KEY = 64;

    /** Returns the job of the environment; null outside Azure Pipelines. */
    static @Nullable PipelineSettings of(Map<String, String> environment) {
        var buildId = number(environment, "BUILD_BUILDID", 0);
        var release = ReleaseStage.of(environment);
        if (buildId == 0 && release == null) {
            return null;
        }
        return new PipelineSettings(
                buildId,
                name(environment, "SYSTEM_STAGENAME"),
                number(environment, "SYSTEM_STAGEATTEMPT", 1),
                name(environment, "SYSTEM_PHASENAME"),
                number(environment, "SYSTEM_PHASEATTEMPT", 1),
                name(environment, "SYSTEM_JOBNAME"),
                number(environment, "SYSTEM_JOBATTEMPT", 1),
                number(environment, "SYSTEM_TOTALJOBSINPHASE", 1),
                release);
    }

    /** Returns a title such as {@code Test/Linux #42}; the given name replaces a stage and a job without names. */
    String title(String otherwise) {
        if (release != null) {
            return release.title(otherwise);
        }
        var names = names("/");
        return (names.isEmpty() ? otherwise : names) + " #" + buildId;
    }

    /** Returns the name of a folder, which only the processes of this attempt of the job have in common. */
    String key() {
        var key = origin() + "-" + jobAttempt + "-" + names("-").replaceAll("[^A-Za-z0-9_-]", "_");
        return key.substring(0, Math.min(key.length(), LONGEST_KEY)).replaceAll("-$", "");
    }

    /** Returns what all jobs of this build, or of this deployment to a stage, have in common. */
    private String origin() {
        return release == null ? "build-" + buildId : release.key();
    }

    /** Returns what distinguishes the runs of builds or deployments that have the same scope. */
    String scopeId() {
        return release == null ? String.valueOf(buildId) : release.key();
    }

    private String names(String separator) {
        return Stream.of(stage, phase, job)
                .filter(name -> !name.isEmpty() && !name.equals(NO_NAME) && !isSlice(name))
                .distinct()
                .collect(Collectors.joining(separator));
    }

    /** A slice has only a number; the leg of a matrix has a name. */
    private boolean isSlice(String name) {
        return slices > 1 && name.matches("Job ?\\d+");
    }

    static String name(Map<String, String> environment, String variable) {
        var value = environment.getOrDefault(variable, "").strip();
        return value.startsWith("$(") ? "" : value;
    }

    static int number(Map<String, String> environment, String variable, int otherwise) {
        try {
            var number = Integer.parseInt(environment.getOrDefault(variable, "").strip());
            return number > 0 ? number : otherwise;
        } catch (NumberFormatException e) {
            // The variable is absent, blank, or an unexpanded macro.
            return otherwise;
        }
    }
}
