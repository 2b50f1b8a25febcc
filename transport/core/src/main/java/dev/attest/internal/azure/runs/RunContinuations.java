package dev.attest.internal.azure.runs;

import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.azure.api.Times;
import dev.attest.internal.destination.Remarks;
import dev.attest.internal.guard.GuardedLogger;
import dev.attest.internal.journal.event.Pipeline;
import dev.attest.internal.journal.event.Run;
import dev.attest.internal.json.JsonText;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.rest.NotDeliveredException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The runs that go on where a service takes no new results in a run that was completed once. No document says whether
 * it does. Such a run has a continuation of the same title: each host and each later JVM finds it by a marker that
 * follows from the id of the first one, which names it in its comment. Thread-safe.
 */
final class RunContinuations {

    private static final GuardedLogger LOG = GuardedLogger.of(RunContinuations.class);

    /** Part of the comment of a run that has a continuation. */
    private static final String MARKER = "attest-continued:";

    private static final Pattern MARKED = Pattern.compile(MARKER + "(\\d{1,9})(?!\\d)");

    private final AzureApi api;
    private final Clock clock;
    private final Remarks remarks;

    /** Runs that this JVM has reopened, and that have taken no results since. */
    private final Set<String> doubtful = ConcurrentHashMap.newKeySet();

    /** Runs that hosts share, so that another JVM may have continued them. */
    private final Set<String> shared = ConcurrentHashMap.newKeySet();

    /** By the id of a run, a continuation that has taken nothing from this JVM. */
    private final Map<String, String> unused = new ConcurrentHashMap<>();

    /** By the id of a run, that of its continuation. */
    private final Map<String, String> next = new ConcurrentHashMap<>();

    RunContinuations(AzureApi api, Clock clock, Remarks remarks) {
        this.api = api;
        this.clock = clock;
        this.remarks = remarks;
    }

    void reopened(String runId) {
        doubtful.add(runId);
    }

    void tookResults(String runId) {
        doubtful.remove(runId);
    }

    /** Returns whether a refusal of results may be that of all results of the run. */
    boolean isDoubtful(String runId) {
        return doubtful.contains(runId);
    }

    /** Returns the continuation of a run, if this JVM knows of one. */
    @Nullable
    String after(String runId) {
        return next.get(runId);
    }

    /** Notes a run that this or another JVM has created. */
    void note(String runId, JsonValue run) {
        if (RunComment.isShared(run.text("comment"))) {
            shared.add(runId);
        }
        Matcher marked = MARKED.matcher(run.text("comment"));
        // A later one, so that no comment leads in a circle.
        if (marked.find() && Integer.parseInt(marked.group(1)) > Integer.parseInt(runId)) {
            next.putIfAbsent(runId, marked.group(1));
        }
    }

    /** Returns the run to create or to find as the continuation of another one. */
    Run of(String runId) throws NotDeliveredException {
        JsonValue run = api.get(
                        "look at the test run that takes no more results",
                        api.urls().run(runId))
                .json();
        return new Run(
                "continued-" + runId + ".",
                run.text("name"),
                Times.parse(run.text("startedDate")).orElseGet(clock::instant),
                "",
                pipeline(run),
                true,
                "");
    }

    /** Returns whether another JVM may have continued a run. */
    boolean mayBeOfOthers(String runId) {
        return shared.contains(runId);
    }

    void tried(String runId, String continuation) {
        unused.put(runId, continuation);
    }

    /** Returns, once, a continuation that this JVM has made or found and not used. */
    @Nullable
    String takeUnused(String runId) {
        return unused.remove(runId);
    }

    /** Records that the continuation has taken results. */
    void begun(String runId, String continuation) {
        unused.remove(runId);
        next.put(runId, continuation);
        remarks.add("The service takes no new results in test run " + runId
                + ", which was completed once. The further ones are in test run " + continuation + ": "
                + api.urls().page(continuation));
        try {
            JsonValue run = api.get(
                            "look at the test run that takes no more results",
                            api.urls().run(runId))
                    .json();
            String comment = run.text("comment");
            if (!comment.contains(MARKER)) {
                JsonText change = new JsonText()
                        .object()
                        .member("comment", comment + " " + MARKER + continuation)
                        .endObject();
                api.patch("name the continuation of a test run", api.urls().run(runId), change);
            }
        } catch (NotDeliveredException e) {
            LOG.log(Level.DEBUG, () -> "Test run " + runId + " does not name its continuation " + continuation, e);
        }
    }

    /** Returns where the run belongs in a pipeline; null outside of one. */
    private static @Nullable Pipeline pipeline(JsonValue run) {
        int build = run.get("build").get("id").number().orElseGet(() -> RunBuilds.missingIn(run));
        if (build == 0 && run.text("releaseUri").isEmpty()) {
            return null;
        }
        JsonValue place = run.get("pipelineReference");
        return new Pipeline(
                build,
                place.get("stageReference").text("stageName"),
                attempt(place.get("stageReference")),
                place.get("phaseReference").text("phaseName"),
                attempt(place.get("phaseReference")),
                place.get("jobReference").text("jobName"),
                attempt(place.get("jobReference")),
                run.text("releaseUri"),
                run.text("releaseEnvironmentUri"));
    }

    private static int attempt(JsonValue reference) {
        return reference.get("attempt").number().orElse(1);
    }
}
