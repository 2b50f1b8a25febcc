package dev.attest.internal.azure.trial;

import dev.attest.AttachmentType;
import dev.attest.internal.azure.api.AttachmentOwner;
import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.azure.api.LargeFiles;
import dev.attest.internal.azure.api.TextContent;
import dev.attest.internal.azure.bugs.BugTrial;
import dev.attest.internal.azure.plans.Association;
import dev.attest.internal.azure.plans.TestCases;
import dev.attest.internal.azure.results.Attachments;
import dev.attest.internal.azure.results.Attempts;
import dev.attest.internal.azure.results.Results;
import dev.attest.internal.azure.runs.AzureRuns;
import dev.attest.internal.azure.workitems.ItemLinks;
import dev.attest.internal.azure.workitems.WorkItems;
import dev.attest.internal.config.AzureSettings;
import dev.attest.internal.config.PlanSettings;
import dev.attest.internal.destination.AttachedContent;
import dev.attest.internal.destination.Remarks;
import dev.attest.internal.destination.RetriedRow;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.http.Http;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.rest.ExchangeObserver;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.RestClient;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import java.io.Closeable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Plays the whole life of a run with two results at a real service, compares each reply with what Attest assumes, and
 * removes the run. It creates no work item. If the JVM is stopped meanwhile, the run stays. Blocks for the time of some
 * thirty requests. Use from one thread, once.
 */
public final class AzureTrial implements Closeable {

    private static final String NO_HASH = "0".repeat(64);
    private static final String TITLE = "Trial of attest doctor";
    private static final TextContent TEXT = new TextContent("Written by `attest doctor --trial`.\n");

    private final Http http;
    private final AzureApi api;
    private final AzureSettings settings;
    private final Clock clock;
    private final AzureRuns runs;
    private final Results results;
    private final Attempts attempts;
    private final Attachments attachments;
    private final Findings findings = new Findings();
    private String runId = "";
    private String firstId = "";
    private String attemptId = "";

    /**
     * Connects on the first call. Reads {@code HTTPS_PROXY} and similar variables from the environment.
     *
     * @param observer hears of each exchange
     */
    public AzureTrial(AzureSettings settings, Map<String, String> environment, ExchangeObserver observer) {
        this.settings = settings;
        this.clock = Clock.systemUTC();
        this.http = RestClient.http(settings.url(), settings.network(), settings.connections(), environment);
        this.api = AzureApi.of(settings, http, clock).observedBy(settings, observer);
        Remarks remarks = new Remarks();
        WorkItems items = new WorkItems(api);
        ItemLinks links = new ItemLinks(items, api.urls(), remarks);
        TestCases testCases = new TestCases(api, PlanSettings.NONE, remarks);
        this.runs = new AzureRuns(api, PlanSettings.NONE, remarks, clock, Duration.ZERO);
        this.results = new Results(
                api, settings.testNames(), links, testCases, new Association(false, items, testCases, remarks));
        this.attempts = new Attempts(api, settings.testNames(), links);
        this.attachments = new Attachments(api, LargeFiles.NOWHERE);
    }

    /** Plays the life of a run, and returns what was found out, in order. */
    public List<Finding> play() {
        Run run = new Run(UUID.randomUUID().toString(), TITLE, clock.instant(), "", null);
        boolean created = findings.require(
                "A run is created in progress, and its reply has its id.", "Nothing can be published.", () -> {
                    try {
                        runId = runs.create(run, false).ids().get(0);
                        return null;
                    } catch (NotDeliveredException e) {
                        removeWithoutReply(run, e);
                        throw e;
                    }
                });
        if (!created) {
            return findings.all();
        }
        try {
            playOpen(run);
            playEnd();
        } finally {
            removeLast();
        }
        return findings.all();
    }

    private void playOpen(Run run) {
        findings.require(
                "A run keeps its title, its comment and its start.",
                "A run whose creation got no reply is created twice.",
                () -> differenceOf(run));
        findings.require(
                "The list of runs has the run, and its comment is there or can be read.",
                "A run whose creation got no reply is created twice.",
                () -> found(run));
        boolean rows = findings.require(
                "Results are created in one request, with their ids in the order of the request.",
                "Files and attempts would go to another test.",
                this::rows);
        if (!rows) {
            return;
        }
        findings.require(
                "A result keeps its test id and its start.",
                "A result whose reply was lost is published twice.",
                () -> results.deliver(runId, List.of(result("first", 1, 1, Outcome.FAILED)), "", true)
                                .ids()
                                .get(0)
                                .equals(firstId)
                        ? null
                        : "the result was not found again");
        findings.require(
                "Attempts are added to a result, and the reply has their ids in the order of the request.",
                "The attempts of retried tests are missing, or have the files of others.",
                this::attempts);
        for (AttachmentOwner owner : owners()) {
            findings.require(
                    "Files of " + article(owner) + " are taken, and listed with their names and comments.",
                    "Files are missing, or attached twice when a reply was lost.",
                    () -> file(owner));
        }
    }

    private void playEnd() {
        findings.require("A run is completed.", "Runs stay in progress.", () -> {
            runs.complete(runId, clock.instant(), false);
            return state().equals("Completed") ? null : "it is " + state();
        });
        findings.prefer(
                "A run that is over refuses results.",
                "None: Attest does not need to reopen it.",
                () -> refusal("late", 3) == null ? "it takes them" : null);
        boolean reopened = findings.prefer(
                "A run that is over can be reopened.", "A later JVM of the same build gets a run of its own.", () -> {
                    runs.reopen(runId);
                    return state().equals("InProgress") ? null : "it is " + state();
                });
        String takes = "A reopened run takes new results.";
        if (reopened) {
            findings.prefer(
                    takes, "They go to a continuation: a second run of the same title.", () -> refusal("later", 4));
        } else {
            findings.skip(takes, "it was not reopened");
        }
        playBug();
    }

    /** A service that ignores the wish to validate files a bug, so it is not asked for users who want none. */
    private void playBug() {
        String assumption = "A bug can be validated without being created.";
        if (!settings.bugs().filed()) {
            findings.skip(assumption, "attest.azure.bugs is off");
            return;
        }
        findings.prefer(
                assumption,
                "See the reason: attest.azure.bugs may not work, or `attest doctor` files a bug each time.",
                () -> {
                    String filed = new BugTrial(new WorkItems(api)).play(settings.bugs());
                    return filed.isEmpty() ? null : filed;
                });
    }

    private void removeLast() {
        findings.prefer(
                "The token may delete a run.",
                "Of slices that start at the same moment, an aborted run may stay beside the real one.",
                () -> remove(runId));
    }

    /** Removes a run that may have been created. */
    private void removeWithoutReply(Run run, NotDeliveredException failed) throws NotDeliveredException {
        if (failed.delivery(false) instanceof Retry retry && retry.possiblyApplied()) {
            remove(runs.create(run, true).ids().get(0));
        }
    }

    /** Deletes a run, or aborts it. Returns why it could not be deleted; null if it was. */
    private @Nullable String remove(String id) throws NotDeliveredException {
        try {
            api.delete("delete a run of the trial", api.urls().run(id));
            return null;
        } catch (NotDeliveredException e) {
            runs.complete(id, clock.instant(), true);
            return e.reason();
        }
    }

    private @Nullable String differenceOf(Run run) throws NotDeliveredException {
        JsonValue read =
                api.get("look at the run of the trial", api.urls().run(runId)).json();
        if (!read.text("name").equals(TITLE)) {
            return "its title is \"" + read.text("name") + "\"";
        }
        if (!read.text("comment").contains(run.token())) {
            return "its comment is \"" + read.text("comment") + "\"";
        }
        return read.text("startedDate").isEmpty() ? "it has no start" : null;
    }

    private @Nullable String found(Run run) throws NotDeliveredException {
        String found = runs.create(run, true).ids().get(0);
        if (found.equals(runId)) {
            return null;
        }
        remove(found);
        return "another run was created";
    }

    private @Nullable String rows() throws NotDeliveredException {
        List<Result> both = List.of(result("first", 1, 1, Outcome.FAILED), result("second", 2, 1, Outcome.PASSED));
        List<String> ids = results.deliver(runId, both, "", false).ids();
        firstId = ids.get(0);
        for (int i = 0; i < ids.size(); i++) {
            JsonValue read = api.get("look at a result of the trial", api.urls().result(runId, ids.get(i)))
                    .json();
            String title = read.text("testCaseTitle");
            if (!title.isEmpty() && !title.equals(both.get(i).test().title())) {
                return "result " + (i + 1) + " is \"" + title + "\"";
            }
        }
        return null;
    }

    private @Nullable String attempts() throws NotDeliveredException {
        if (!api.versions().canKeepAttempts()) {
            return null; // a result shows the last one, and names the others
        }
        List<Result> tries = List.of(result("first", 1, 1, Outcome.FAILED), result("first", 1, 2, Outcome.PASSED));
        List<String> ids = attempts.append(runId, List.of(new RetriedRow(firstId, tries, 0)), false)
                .ids();
        attemptId = ids.get(1);
        List<String> again = attempts.append(runId, List.of(new RetriedRow(firstId, tries, 0)), true)
                .ids();
        return again.equals(ids) ? null : "their ids were " + ids + " and later " + again;
    }

    private List<AttachmentOwner> owners() {
        AttachmentOwner run = new AttachmentOwner(runId, null, null);
        AttachmentOwner result = new AttachmentOwner(runId, firstId, null);
        return attemptId.isEmpty()
                ? List.of(run, result)
                : List.of(run, result, new AttachmentOwner(runId, firstId, attemptId));
    }

    private static String name(AttachmentOwner owner) {
        return owner.resultId() == null ? "run" : owner.attemptId() == null ? "result" : "attempt";
    }

    private static String article(AttachmentOwner owner) {
        return (name(owner).equals("attempt") ? "an " : "a ") + name(owner);
    }

    private @Nullable String file(AttachmentOwner owner) throws NotDeliveredException {
        Attachment file =
                new Attachment(1, 1, 1, name(owner) + ".txt", AttachmentType.CONSOLE_LOG, NO_HASH, TEXT.size());
        AttachedContent content = new AttachedContent(file, TEXT);
        String id = attachments.attach(owner, content, false).ids().get(0);
        String found = attachments.attach(owner, content, true).ids().get(0);
        return found.equals(id) ? null : "it was not found again";
    }

    private String state() throws NotDeliveredException {
        return api.get("look at the run of the trial", api.urls().run(runId))
                .json()
                .text("state");
    }

    /** Returns why a result is refused; null if it is taken. */
    private @Nullable String refusal(String test, int row) throws NotDeliveredException {
        try {
            results.deliver(runId, List.of(result(test, row, 1, Outcome.PASSED)), "", false);
            return null;
        } catch (NotDeliveredException e) {
            // No document says with which status.
            if (e.refused() || e.status() == 409) {
                return e.reason();
            }
            throw e;
        }
    }

    private Result result(String test, int row, int attempt, Outcome outcome) {
        TestDescription description =
                new TestDescription(new TestId("attest", "dev.attest.Trial", test, ""), test, List.of());
        Failure failure = outcome == Outcome.FAILED ? new Failure("on purpose", "at dev.attest.Trial") : null;
        Instant started = Instant.ofEpochMilli(clock.millis() / 60_000 * 60_000);
        return new Result(row, attempt, description, outcome, started, Duration.ofMillis(5), failure, "");
    }

    @Override
    public void close() {
        http.close();
    }
}
