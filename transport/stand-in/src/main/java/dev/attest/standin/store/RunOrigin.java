package dev.attest.standin.store;

import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Where a run comes from. Results of runs with the same definition, branch, environment and title are one history,
 * which is a row of the table {@code history_line}. Rows are only added, so an id stays valid.
 *
 * @param definitionId the build definition; 0 if it is not known
 * @param branch the branch of the build; empty if it is not known
 * @param environmentId the definition of the stage of a release; 0 for none
 * @param title the title of a run without a build and a release; empty for others
 * @param reference the build and release, as JSON of {@code failingSince}
 * @param recorded false if the run has no history
 */
public record RunOrigin(
        int definitionId, String branch, int environmentId, String title, String reference, boolean recorded) {

    /** The origin of a run without a history. */
    public static final RunOrigin NONE = new RunOrigin(0, "", 0, "", "{}", false);

    /**
     * Returns the origin of a run: its stage of a release, or else its build, or else its title.
     *
     * @param title the title; empty if it makes no history
     */
    public static RunOrigin of(Map<RunReference, String> references, String title, String reference) {
        var environment = RunReference.ENVIRONMENT_DEFINITION.id(references);
        if (environment != 0) {
            return new RunOrigin(0, "", environment, "", reference, true);
        }
        if (!references.containsKey(RunReference.BUILD)) {
            return title.isEmpty() ? NONE : new RunOrigin(0, "", 0, title, reference, true);
        }
        var branch = references.getOrDefault(RunReference.BRANCH, "");
        return new RunOrigin(RunReference.BUILD_DEFINITION.id(references), branch, 0, "", reference, true);
    }

    /** Returns the id of its row in the table {@code history_line}; 0 if the run has no history. */
    int line(Handle handle, String project) {
        if (!recorded) {
            return 0;
        }
        return find(handle, project).orElseGet(() -> {
            handle.execute(
                    "merge into history_line (project, definition_id, branch, environment_id, title)"
                            + " key (project, definition_id, branch, environment_id, title) values (?, ?, ?, ?, ?)",
                    project,
                    definitionId,
                    branch,
                    environmentId,
                    title);
            return find(handle, project).orElseThrow();
        });
    }

    private Optional<Integer> find(Handle handle, String project) {
        return handle.createQuery("select id from history_line where project = :project and definition_id = :definition"
                        + " and branch = :branch and environment_id = :environment and title = :title")
                .bind("project", project)
                .bind("definition", definitionId)
                .bind("branch", branch)
                .bind("environment", environmentId)
                .bind("title", title)
                .mapTo(Integer.class)
                .findOne();
    }
}
