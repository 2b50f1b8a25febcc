package dev.attest.internal.config;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which earlier results the service is asked for.
 *
 * @param days how far back; 0 for no questions at all
 * @param marksFlaky whether a test that passed after a retry is marked as flaky
 * @param definition id of the build pipeline; 0 if it is not known
 * @param stage id of the stage in the definition of a classic release pipeline; 0 if it is not known
 * @param build id of the build; 0 outside of one, and in a classic release, where it is that of an artifact
 * @param branch such as {@code refs/heads/main}, of a pull request the one that it is to change; empty if it is not
 *     known
 */
public record HistorySettings(int days, boolean marksFlaky, int definition, int stage, int build, String branch) {

    /** Asks for nothing. */
    public static final HistorySettings OFF = new HistorySettings(0, false, 0, 0, 0, "");

    public HistorySettings {
        Objects.requireNonNull(branch, "branch");
    }

    /** @param pipeline null outside of Azure Pipelines */
    static HistorySettings of(
            int days, boolean marksFlaky, @Nullable PipelineSettings pipeline, Map<String, String> environment) {
        if (pipeline == null) {
            return new HistorySettings(days, marksFlaky, 0, 0, 0, "");
        }
        boolean release = pipeline.release() != null;
        String target = PipelineSettings.name(environment, "SYSTEM_PULLREQUEST_TARGETBRANCH");
        return new HistorySettings(
                days,
                marksFlaky && target.isEmpty(),
                PipelineSettings.number(environment, "SYSTEM_DEFINITIONID", 0),
                PipelineSettings.number(environment, "RELEASE_DEFINITIONENVIRONMENTID", 0),
                release ? 0 : pipeline.buildId(),
                target.isEmpty() ? PipelineSettings.name(environment, "BUILD_SOURCEBRANCH") : ref(target));
    }

    /** Azure Repos has the whole name of a branch, GitHub only its last part. */
    private static String ref(String branch) {
        return branch.startsWith("refs/") ? branch : "refs/heads/" + branch;
    }
}
