package dev.attest.internal.azure;

import dev.attest.internal.azure.api.AttachmentOwner;
import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.azure.bugs.BugReporter;
import dev.attest.internal.azure.history.TestReviews;
import dev.attest.internal.azure.plans.Association;
import dev.attest.internal.azure.plans.TestCases;
import dev.attest.internal.azure.results.Attachments;
import dev.attest.internal.azure.results.Attempts;
import dev.attest.internal.azure.results.ResultId;
import dev.attest.internal.azure.results.Results;
import dev.attest.internal.azure.runs.AzureRuns;
import dev.attest.internal.azure.workitems.ItemLinks;
import dev.attest.internal.azure.workitems.WorkItemAttachments;
import dev.attest.internal.azure.workitems.WorkItemEvidence;
import dev.attest.internal.azure.workitems.WorkItems;
import dev.attest.internal.config.AzureSettings;
import dev.attest.internal.config.PlanSettings;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.AttachedContent;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Destination;
import dev.attest.internal.destination.Remarks;
import dev.attest.internal.destination.ReportTrigger;
import dev.attest.internal.destination.ReportedRow;
import dev.attest.internal.destination.RetriedRow;
import dev.attest.internal.destination.Review;
import dev.attest.internal.destination.ReviewedRow;
import dev.attest.internal.history.ReviewedTest;
import dev.attest.internal.http.Http;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.AttachmentTarget;
import dev.attest.internal.journal.event.Content;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.RestClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes to Azure DevOps Services and Server, and to TFS from 2017.
 *
 * <p>The first request asks the service for its API versions. Text that is too long for a field is cut and marked as
 * cut. Control characters are replaced by symbols, such as {@code ␛}.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/azure/devops/test">Test: REST API reference</a>
 */
public final class AzureDestination implements Destination {

    private final Http http;
    private final AzureApi api;
    private final AzureRuns runs;
    private final RowDelivery rows;
    private final Attachments attachments;
    private final TestCases testCases;
    private final WorkItemEvidence evidence;
    private final BugReporter bugs;
    private final TestReviews reviews;
    private final Remarks remarks = new Remarks();
    private final AtomicInteger uploads = new AtomicInteger();
    private final Map<String, String> computers = new ConcurrentHashMap<>();

    /** How long a run waits for the service to know its build. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Waits for builds up to 30 seconds. */
    public AzureDestination(AzureSettings settings, Map<String, String> environment) {
        this(settings, environment, PATIENCE);
    }

    /**
     * Connects on the first call. Reads {@code HTTPS_PROXY} and similar variables from the environment.
     *
     * @param patience how long a run waits for the service to know its build; at most 30 seconds
     */
    public AzureDestination(AzureSettings settings, Map<String, String> environment, Duration patience) {
        this(
                settings,
                RestClient.http(settings.url(), settings.network(), settings.connections(), environment),
                Clock.systemUTC(),
                patience.compareTo(PATIENCE) < 0 ? patience : PATIENCE);
    }

    AzureDestination(AzureSettings settings, Http http, Clock clock, Duration patience) {
        this.http = http;
        this.api = AzureApi.of(settings, http, clock);
        PlanSettings plan = settings.plan();
        WorkItems items = new WorkItems(api);
        ItemLinks links = new ItemLinks(items, api.urls(), remarks);
        WorkItemAttachments itemFiles = new WorkItemAttachments(api, items, settings.workItems());
        this.evidence = new WorkItemEvidence(itemFiles, settings.workItems(), remarks);
        this.testCases = new TestCases(api, plan, remarks);
        this.runs = new AzureRuns(api, plan, remarks, clock, patience);
        Association association = new Association(plan.associateAutomation(), items, testCases, remarks);
        this.rows = new RowDelivery(
                api,
                runs,
                new Results(api, settings.testNames(), links, testCases, association),
                new Attempts(api, settings.testNames(), links));
        this.attachments = new Attachments(api, evidence);
        this.reviews =
                new TestReviews(api, settings.history(), settings.testNames(), settings.connections() + 1, clock);
        this.bugs = new BugReporter(api, settings.bugs(), items, itemFiles, attachments, remarks, clock);
    }

    @Override
    public String name() {
        return "azure";
    }

    @Override
    public String address() {
        return api.urls().shown();
    }

    /** Notes the time of the service, from which on a run is searched whose creation got no reply. */
    @Override
    public DeliveryResult prepare(Run run) {
        try {
            api.versions();
            return runs.prepare();
        } catch (NotDeliveredException e) {
            return e.delivery(false);
        }
    }

    @Override
    public DeliveryResult create(Run run, boolean possiblyApplied) {
        try {
            api.versions();
            Accepted created = runs.create(run, possiblyApplied);
            computers.put(created.ids().get(0), run.computer());
            return created;
        } catch (NotDeliveredException e) {
            return e.delivery(possiblyApplied);
        }
    }

    @Override
    public DeliveryResult deliver(String runId, List<Result> batch, boolean possiblyApplied) {
        return rows.deliver(runId, batch, computers.getOrDefault(runId, ""), possiblyApplied);
    }

    @Override
    public DeliveryResult append(String runId, List<RetriedRow> retried, boolean possiblyApplied) {
        return rows.append(runId, retried, possiblyApplied);
    }

    @Override
    public DeliveryResult attach(
            String runId,
            @Nullable String resultId,
            @Nullable String attemptId,
            Attachment attachment,
            Content content,
            boolean possiblyApplied) {
        uploads.incrementAndGet();
        try {
            api.versions();
            return attachments.attach(
                    resultId == null ? new AttachmentOwner(runId, null, null) : owner(runId, resultId, attemptId),
                    new AttachedContent(attachment, content),
                    possiblyApplied);
        } catch (NotDeliveredException e) {
            return e.delivery(possiblyApplied);
        } finally {
            uploads.decrementAndGet();
        }
    }

    private static AttachmentOwner owner(String runId, String resultId, @Nullable String attemptId) {
        ResultId id = ResultId.of(runId, resultId);
        return new AttachmentOwner(id.runId(), id.id(), attemptId);
    }

    @Override
    public DeliveryResult file(
            AttachmentTarget target, Attachment attachment, Content content, String origin, boolean possiblyApplied) {
        try {
            api.versions();
            return evidence.file(target, new AttachedContent(attachment, content), origin, possiblyApplied);
        } catch (NotDeliveredException e) {
            return e.delivery(possiblyApplied);
        }
    }

    @Override
    public ReportTrigger reports() {
        return bugs.wanted() ? ReportTrigger.AT_THE_END : evidence.reports();
    }

    @Override
    public DeliveryResult report(String runId, ReportedRow row, boolean possiblyApplied) {
        boolean onItems = false;
        try {
            api.versions();
            ResultId id = ResultId.of(runId, row.resultId());
            ReportedRow inItsRun = new ReportedRow(id.id(), row.attempts(), row.evidence());
            evidence.report(id.runId(), inItsRun, possiblyApplied);
            onItems = true;
            return bugs.report(id.runId(), inItsRun, computers.getOrDefault(runId, ""));
        } catch (NotDeliveredException e) {
            // If the evidence is on the work items now, the next attempt must look for it.
            return e.delivery(onItems || possiblyApplied);
        }
    }

    @Override
    public DeliveryResult reopen(String runId) {
        try {
            api.versions();
            return runs.reopen(runId);
        } catch (NotDeliveredException e) {
            return e.delivery(false);
        }
    }

    @Override
    public DeliveryResult complete(String runId, Instant at, boolean aborted) {
        try {
            api.versions();
            return runs.complete(runId, at, aborted);
        } catch (NotDeliveredException e) {
            return e.delivery(false);
        }
    }

    @Override
    public void lookAhead(List<ReviewedTest> tests) {
        reviews.lookAhead(tests);
    }

    @Override
    public void stopLookingAhead() {
        reviews.stopLookingAhead();
    }

    @Override
    public Review review(String runId, List<ReviewedRow> tests, long until) {
        return reviews.review(runId, tests, uploads.get(), until);
    }

    @Override
    public List<String> remarks() {
        List<String> all = new ArrayList<>(testCases.remarks());
        all.addAll(bugs.remarks());
        all.addAll(remarks.all());
        String heldUp = api.client().heldUp();
        if (!heldUp.isEmpty()) {
            all.add(heldUp);
        }
        return all;
    }

    @Override
    public String page(String runId, String resultId) {
        ResultId id = ResultId.of(runId, resultId);
        return api.urls().page(id.runId(), id.id());
    }

    @Override
    public boolean hasReplied() {
        return http.repliesOfService() > 0;
    }

    @Override
    public void close() {
        http.close();
    }
}
