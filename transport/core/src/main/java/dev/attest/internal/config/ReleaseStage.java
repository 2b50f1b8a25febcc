package dev.attest.internal.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stage of a classic release pipeline in which the tests run. There, {@code BUILD_BUILDID} is the build of an
 * artifact.
 *
 * @param uri such as {@code vstfs:///ReleaseManagement/Release/12}
 * @param environmentUri such as {@code vstfs:///ReleaseManagement/Environment/34}; empty if the pipeline does not say
 * @param id from {@code RELEASE_RELEASEID}; 0 if the pipeline does not say
 * @param environmentId from {@code RELEASE_ENVIRONMENTID}; 0 if the pipeline does not say
 * @param attempt of the deployment, from 1 on
 * @param name of the release; may be empty
 * @param stage name of the stage; may be empty
 */
public record ReleaseStage(
        String uri, String environmentUri, int id, int environmentId, int attempt, String name, String stage) {

    /** Returns the stage of the environment; null outside of a classic release pipeline. */
    static @Nullable ReleaseStage of(Map<String, String> environment) {
        var uri = PipelineSettings.name(environment, "RELEASE_RELEASEURI");
        return uri.isEmpty()
                ? null
                : new ReleaseStage(
                        uri,
                        PipelineSettings.name(environment, "RELEASE_ENVIRONMENTURI"),
                        PipelineSettings.number(environment, "RELEASE_RELEASEID", 0),
                        PipelineSettings.number(environment, "RELEASE_ENVIRONMENTID", 0),
                        PipelineSettings.number(environment, "RELEASE_ATTEMPTNUMBER", 1),
                        PipelineSettings.name(environment, "RELEASE_RELEASENAME"),
                        PipelineSettings.name(environment, "RELEASE_ENVIRONMENTNAME"));
    }

    /** Returns a title such as {@code Production of Release-12}. */
    String title(String otherwise) {
        return (stage.isEmpty() ? otherwise : stage) + " of " + (name.isEmpty() ? "release " + id : name);
    }

    /** Returns what only the processes of this deployment have in common. */
    String key() {
        return "release-" + idOf(uri, id) + "-" + idOf(environmentUri, environmentId) + "-" + attempt;
    }

    /** The last part of the URI is the id too. */
    private static String idOf(String uri, int id) {
        return id > 0 ? String.valueOf(id) : uri.replaceFirst(".*/", "").replaceAll("[^A-Za-z0-9]", "_");
    }
}
