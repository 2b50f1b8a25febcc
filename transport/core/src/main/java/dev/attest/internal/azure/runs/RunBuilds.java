package dev.attest.internal.azure.runs;

import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.azure.api.Reference;
import dev.attest.internal.destination.Remarks;
import dev.attest.internal.guard.GuardedLogger;
import dev.attest.internal.journal.event.Pipeline;
import dev.attest.internal.json.JsonText;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.rest.NotDeliveredException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The builds that the service did not know when a run was to be created for them. A running build can be unknown for
 * minutes, and a run without its build is missing in the Tests tab of the pipeline. So the creation is repeated for a
 * while. If that does not help, the run is created without the build, and gets it when it is completed. Thread-safe.
 */
final class RunBuilds {

    private static final GuardedLogger LOG = GuardedLogger.of(RunBuilds.class);

    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** The message is in the language of the server. */
    private static final String INVALID_PROPERTY = "InvalidPropertyException";

    private static final Pattern NAMES_A_BUILD = Pattern.compile("\\bbuild\\b.*\\bfound\\b", Pattern.CASE_INSENSITIVE);

    /** Part of the comment of a run that lacks its build. */
    private static final String MARKER = "attest-build:";

    private static final Pattern MARKED = Pattern.compile(MARKER + "(\\d{1,9})(?!\\d)");

    private final AzureApi api;
    private final Remarks remarks;
    private final Duration patience;
    private final LongSupplier nanoTime;

    /** When the service first refused to link a build, by its id. */
    private final Map<Integer, Long> refusedSince = new ConcurrentHashMap<>();

    /** The builds that runs lack, by the ids of the runs. */
    private final Map<String, Integer> missing = new ConcurrentHashMap<>();

    /** @param patience how long the creation of a run is repeated */
    RunBuilds(AzureApi api, Remarks remarks, Duration patience, LongSupplier nanoTime) {
        this.api = api;
        this.remarks = remarks;
        this.patience = patience;
        this.nanoTime = nanoTime;
    }

    /** Returns the part of the comment by which {@link #add} knows the build that a run lacks. */
    static String marker(Pipeline pipeline) {
        return MARKER + pipeline.buildId();
    }

    /**
     * Returns whether a run has to be created without its build. Returns false if something else is wrong with the
     * creation.
     *
     * @param refused the refusal of a creation with the build
     * @throws NotDeliveredException a retry, if the build exists and the service may know it soon
     */
    boolean isToBeLeftOut(Pipeline pipeline, NotDeliveredException refused) throws NotDeliveredException {
        if (refused.status() != 400) {
            return false;
        }
        boolean exists = mayExist(pipeline.buildId());
        boolean blamed = refused.error().typeKey().equals(INVALID_PROPERTY)
                || NAMES_A_BUILD.matcher(refused.error().message()).find();
        if (exists && !blamed) {
            return false;
        }
        Long first = refusedSince.putIfAbsent(pipeline.buildId(), nanoTime.getAsLong());
        long waited = first == null ? 0 : nanoTime.getAsLong() - first;
        if (exists && waited < patience.toNanos()) {
            throw refused.retriedAfter(PAUSE);
        }
        return true;
    }

    /** Notes a run, which this or another JVM has created. */
    void note(String runId, JsonValue run) {
        int build = missingIn(run);
        if (build != 0) {
            missing.put(runId, build);
        }
    }

    /** Notes that a run was created without its build. */
    void leftOut(String runId, Pipeline pipeline, NotDeliveredException refused) {
        missing.put(runId, pipeline.buildId());
        remarks.add("The test run was created without build " + pipeline.buildId() + ", which BUILD_BUILDID names:"
                + " the service answers \"" + refused.error().message() + "\"."
                + " Without it, the run does not show in the Tests tab of the pipeline.");
    }

    /** Returns the build that a run lacks; 0 if it lacks none. */
    static int missingIn(JsonValue run) {
        Matcher marked = MARKED.matcher(run.text("comment"));
        return marked.find() ? Integer.parseInt(marked.group(1)) : 0;
    }

    /** Adds the build to a run that lacks it, if the service knows it by now. */
    void add(String runId) {
        Integer build = missing.get(runId);
        if (build == null) {
            return;
        }
        try {
            api.get("look for build " + build, api.urls().build(build));
            JsonText change = new JsonText().object();
            Reference.write(change, "build", Reference.to(build));
            api.patch("add the build to the test run", api.urls().run(runId), change.endObject());
            missing.remove(runId);
            remarks.add("Build " + build + " was added to the test run at its end.");
        } catch (NotDeliveredException e) {
            LOG.log(Level.DEBUG, () -> "Build " + build + " is still missing in run " + runId, e);
        }
    }

    /** Returns false if the service says that there is no such build. If it does not let us look, there may be one. */
    private boolean mayExist(int build) {
        try {
            api.get("look for build " + build, api.urls().build(build));
            return true;
        } catch (NotDeliveredException e) {
            return e.status() != 404;
        }
    }
}
