package dev.attest.config;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The job of Azure Pipelines that the tests run in. Each name is empty and each attempt 1 where the pipeline has none.
 *
 * @param buildId id of the build, from {@code BUILD_BUILDID}
 * @param stage from {@code SYSTEM_STAGENAME}
 * @param stageAttempt from {@code SYSTEM_STAGEATTEMPT}
 * @param phase from {@code SYSTEM_PHASENAME}: what YAML calls the job
 * @param phaseAttempt from {@code SYSTEM_PHASEATTEMPT}
 * @param job from {@code SYSTEM_JOBNAME}: the leg of a matrix, {@code __default} where there is none
 * @param jobAttempt from {@code SYSTEM_JOBATTEMPT}
 * @param slices from {@code SYSTEM_TOTALJOBSINPHASE}: how many jobs share the phase, as slices or legs of a matrix
 */
public record PipelineSettings(
        int buildId,
        String stage,
        int stageAttempt,
        String phase,
        int phaseAttempt,
        String job,
        int jobAttempt,
        int slices) {

    private static final String NO_NAME = "__default";
    private static final Pattern SLICE = Pattern.compile("Job ?\\d+");
    private static final int LONGEST_KEY = 64;

    /** Returns the job of the environment; null outside Azure Pipelines. */
    static @Nullable PipelineSettings of(Map<String, String> environment) {
        var buildId = number(environment, "BUILD_BUILDID", 0);
        if (buildId == 0) {
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
                number(environment, "SYSTEM_TOTALJOBSINPHASE", 1));
    }

    /** Returns a title such as {@code Test/Linux #42}, with the given name in place of a stage and job without names. */
    String title(String otherwise) {
        var names = names("/");
        return (names.isEmpty() ? otherwise : names) + " #" + buildId;
    }

    /** Returns a name for a folder that is the same for all processes of this attempt of the job, and for no others. */
    String key() {
        var key = "build-" + buildId + "-" + jobAttempt + "-" + names("-").replaceAll("[^A-Za-z0-9_-]", "_");
        return key.substring(0, Math.min(key.length(), LONGEST_KEY)).replaceAll("-$", "");
    }

    private String names(String separator) {
        return Stream.of(stage, phase, job)
                .filter(name -> !name.isEmpty() && !name.equals(NO_NAME) && !isSlice(name))
                .distinct()
                .collect(Collectors.joining(separator));
    }

    /** A slice has a number, which says nothing; the leg of a matrix has a name. */
    private boolean isSlice(String name) {
        return slices > 1 && SLICE.matcher(name).matches();
    }

    private static String name(Map<String, String> environment, String variable) {
        var value = environment.getOrDefault(variable, "").strip();
        return value.startsWith("$(") ? "" : value;
    }

    private static int number(Map<String, String> environment, String variable, int otherwise) {
        try {
            var number = Integer.parseInt(environment.getOrDefault(variable, "").strip());
            return number > 0 ? number : otherwise;
        } catch (NumberFormatException e) {
            // Absent, blank, or a macro that nobody expanded: in each case there is no such number.
            return otherwise;
        }
    }
}
