package dev.attest.internal.azure.runs;

import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.azure.api.Times;
import dev.attest.internal.config.PlanSettings;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.Remarks;
import dev.attest.internal.guard.GuardedLogger;
import dev.attest.internal.journal.event.Run;
import dev.attest.internal.json.JsonText;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Creates, completes and reopens runs. */
public final class AzureRuns {

    private static final GuardedLogger LOG = GuardedLogger.of(AzureRuns.class);

    private final AzureApi api;
    private final Clock clock;
    private final PlanSettings plan;
    private final Remarks remarks;
    private final RunStarts starts;
    private final RunBuilds builds;
    private final RunCreator creator;
    private final RunContinuations continuations;

    /** @param patience how long a run waits for the service to know its build */
    public AzureRuns(AzureApi api, PlanSettings plan, Remarks remarks, Clock clock, Duration patience) {
        this.api = api;
        this.clock = clock;
        this.plan = plan;
        this.remarks = remarks;
        this.starts = new RunStarts();
        this.continuations = new RunContinuations(api, clock, remarks);
        this.builds = new RunBuilds(api, remarks, patience, System::nanoTime);
        this.creator = new RunCreator(api, builds, remarks);
    }

    /** Returns a mark with the time of the service before a run is created; nothing if the service has not told it. */
    public Accepted prepare() {
        Optional<Instant> now = api.client().serviceTime();
        return now.isPresent() ? Accepted.of(SearchWindow.mark(now.get())) : Accepted.of();
    }

    public Accepted create(Run run, boolean possiblyApplied) throws NotDeliveredException {
        RunCreation creation = new RunCreation(run, run.pipeline(), plan);
        if (run.acrossHosts()) {
            return sharedRun(run, creation);
        }
        if (possiblyApplied) {
            List<JsonValue> found = new RunSearch(api, clock, run, creation.name(), 1).find();
            if (!found.isEmpty()) {
                return accepted(found.get(0), String.valueOf(id(found.get(0))), Duration.ZERO);
            }
        }
        Reply reply = creator.create(creation);
        return accepted(reply.json(), reply.requireId("the run"), reply.pause());
    }

    /**
     * Returns the run that all hosts share. If several hosts created one at the same time, it is the run with the
     * lowest id, and the empty ones among the others are deleted. All hosts agree as soon as each of them sees all
     * created runs.
     */
    private Accepted sharedRun(Run run, RunCreation creation) throws NotDeliveredException {
        List<JsonValue> found = findAll(run, creation);
        Duration pause = Duration.ZERO;
        if (found.isEmpty()) {
            Reply reply = creator.create(creation);
            String own = reply.requireId("the run");
            pause = reply.pause();
            found = new ArrayList<>(findAll(run, creation));
            if (found.stream().noneMatch(other -> id(other) == Long.parseLong(own))) {
                found.add(reply.json());
            }
        }
        JsonValue lowest = Collections.min(found, (one, other) -> Long.compare(id(one), id(other)));
        for (JsonValue other : found) {
            if (id(other) != id(lowest)
                    && other.get("totalTests").text().orElse("").equals("0")) {
                remove(String.valueOf(id(other)), String.valueOf(id(lowest)));
            }
        }
        return accepted(lowest, String.valueOf(id(lowest)), pause);
    }

    private List<JsonValue> findAll(Run run, RunCreation creation) throws NotDeliveredException {
        return new RunSearch(api, clock, run, creation.name(), Integer.MAX_VALUE).find();
    }

    /**
     * Deletes an empty run, or aborts it if the token may not delete: it must not stay in progress for ever. See <a
     * href="https://learn.microsoft.com/rest/api/azure/devops/test/runs/delete">Runs: Delete</a>.
     *
     * @param instead the run that is used
     */
    private void remove(String runId, String instead) {
        try {
            api.delete("delete a test run that has no tests", api.urls().run(runId));
            return;
        } catch (NotDeliveredException e) {
            LOG.log(Level.DEBUG, () -> "Test run " + runId + " without tests could not be deleted", e);
        }
        try {
            JsonText end = new JsonText()
                    .object()
                    .member("state", "Aborted")
                    .member("comment", "Empty: the tests are in test run " + instead + ".")
                    .endObject();
            api.patch("abort a test run that has no tests", api.urls().run(runId), end);
            remarks.add("Test run " + runId
                    + " has no tests, and could not be deleted; it is aborted now. The tests are in test run " + instead
                    + ". For attest.azure.token, grant the right Delete test runs.");
        } catch (NotDeliveredException e) {
            remarks.add("Test run " + runId + " has no tests, and stays in progress: " + e.reason());
        }
    }

    private static long id(JsonValue run) {
        Optional<String> id = Reply.id(run);
        return id.isPresent() ? Long.parseLong(id.get()) : Long.MAX_VALUE;
    }

    /** See <a href="https://learn.microsoft.com/rest/api/azure/devops/test/runs/update">Runs: Update</a>. */
    public Accepted complete(String runId, Instant at, boolean aborted) throws NotDeliveredException {
        if (!starts.isKnown(runId) || continuations.mayBeOfOthers(runId)) {
            look(runId);
        }
        builds.add(runId);
        completeContinuation(runId, at, aborted);
        JsonText completion = new JsonText()
                .object()
                .member("state", aborted ? "Aborted" : "Completed")
                .member("completedDate", Times.text(starts.endAfterStart(runId, at)))
                .endObject();
        Reply reply = api.patch("complete the test run", api.urls().run(runId), completion);
        return accepted(reply.json(), runId, reply.pause());
    }

    /** The run itself is completed, even if its continuation was deleted. */
    private void completeContinuation(String runId, Instant at, boolean aborted) throws NotDeliveredException {
        String unused = continuations.takeUnused(runId);
        if (unused != null && isEmpty(unused)) {
            remove(unused, runId);
        }
        String continuation = continuations.after(runId);
        if (continuation == null) {
            return;
        }
        try {
            complete(continuation, at, aborted);
        } catch (NotDeliveredException e) {
            if (!e.refused()) {
                throw e;
            }
            remarks.add("Test run " + continuation + ", which continues test run " + runId
                    + ", could not be completed: " + e.reason());
        }
    }

    private boolean isEmpty(String runId) throws NotDeliveredException {
        try {
            return api.get("look at the continuation of a test run", api.urls().run(runId))
                    .json()
                    .text("totalTests")
                    .equals("0");
        } catch (NotDeliveredException e) {
            if (!e.refused()) {
                throw e;
            }
            return false;
        }
    }

    /** Looks at a run that another JVM has created, or may have continued. */
    private void look(String runId) throws NotDeliveredException {
        try {
            note(
                    runId,
                    api.get("look when the test run started", api.urls().run(runId))
                            .json());
        } catch (NotDeliveredException e) {
            if (!e.refused()) {
                throw e;
            }
            // The run may be deleted, which the refusal of its completion says better.
        }
    }

    /** Notes a run that has refused results. */
    void noteOpen(String runId, JsonValue run) {
        note(runId, run);
        if (!run.text("completedDate").isEmpty()) {
            continuations.reopened(runId); // by this or another JVM, or it is about to be
        }
    }

    private void note(String runId, JsonValue run) {
        starts.note(runId, run);
        builds.note(runId, run);
        continuations.note(runId, run);
    }

    public Accepted reopen(String runId) throws NotDeliveredException {
        JsonText open = new JsonText().object().member("state", "InProgress").endObject();
        Reply reply = api.patch("go on with the test run", api.urls().run(runId), open);
        continuations.reopened(runId);
        return accepted(reply.json(), runId, reply.pause());
    }

    /** Returns what reopens a run while one request for its results is refused. */
    public Reopening reopening(String runId) {
        return new Reopening(this, api, runId);
    }

    /** Returns a run and its continuations, as far as this JVM knows them. The last one takes new results. */
    public List<String> withContinuations(String runId) {
        List<String> chain = new ArrayList<>();
        for (String each = runId; each != null; each = continuations.after(each)) {
            chain.add(each);
        }
        return chain;
    }

    /** Returns whether the run was reopened, here or elsewhere, and has taken no results from here since. */
    public boolean mayTakeNoResults(String runId) {
        return continuations.isDoubtful(runId);
    }

    public void tookResults(String runId) {
        continuations.tookResults(runId);
    }

    /** Creates or finds the run that continues another one. It may have results. */
    public String continuationOf(String runId) throws NotDeliveredException {
        String continuation = create(continuations.of(runId), true).ids().get(0);
        continuations.tried(runId, continuation);
        return continuation;
    }

    /** Records that the continuation has taken a result that the run has refused. */
    public void continued(String runId, String continuation) {
        continuations.begun(runId, continuation);
    }

    private Accepted accepted(JsonValue run, String id, Duration pause) {
        note(id, run);
        // The page that the service returns shows charts. This one shows the results.
        String url = run.text("webAccessUrl");
        boolean isAddress = url.startsWith("https://") || url.startsWith("http://");
        String page = isAddress
                ? url.replaceAll("_a=\\w+", "_a=resultQuery")
                : api.urls().page(id);
        return new Accepted(List.of(id), page, pause);
    }
}
