package dev.attest.azure;

import dev.attest.config.AzureSettings;
import dev.attest.config.NetworkSettings;
import dev.attest.config.PlanSettings;
import dev.attest.http.Http;
import dev.attest.http.HttpSettings;
import dev.attest.http.PooledHttp;
import dev.attest.journal.event.Attachment;
import dev.attest.journal.event.Content;
import dev.attest.journal.event.Result;
import dev.attest.journal.event.Run;
import dev.attest.model.Place;
import dev.attest.publish.Delivered;
import dev.attest.publish.Delivery;
import dev.attest.publish.Destination;
import dev.attest.publish.Rejected;
import dev.attest.publish.Remarks;
import dev.attest.publish.ReportedRow;
import dev.attest.publish.Reports;
import dev.attest.publish.RetriedRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Publishes to Azure DevOps Services and Server, and to TFS from 2017.
 *
 * <p>Asks the service once which versions of its API it speaks, at the first call that needs to know. Text that a field has
 * no room for is cut and says so; control characters become their pictures, such as {@code ␛}.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/azure/devops/test">Test: REST API reference</a>
 */
public final class AzureDestination implements Destination {

    /** So many hosts may show a run as over, one after the other, while this one sends a request. */
    private static final int MOST_TRIES = 20;

    private static final int OPEN_FOR_SURE = 4;

    private final Http http;
    private final Addresses addresses;
    private final Negotiation negotiation;
    private final Runs runs;
    private final Results results;
    private final Attempts attempts;
    private final Attachments attachments;
    private final TestCases testCases;
    private final WorkItemEvidence evidence;
    private final Bugs bugs;
    private final Remarks remarks = new Remarks();
    private final Map<String, String> computers = new ConcurrentHashMap<>();

    /**
     * Connects to nothing yet.
     *
     * @param environment of the process, for {@code HTTPS_PROXY} and its kin; settings and the JVM come first
     */
    public AzureDestination(AzureSettings settings, Map<String, String> environment) {
        this(settings, new PooledHttp(way(settings, environment)), Clock.systemUTC());
    }

    AzureDestination(AzureSettings settings, Http http, Clock clock) {
        this.http = http;
        this.addresses = Addresses.of(settings);
        Service service = new Service(http, settings.token(), new Verdicts(settings.token(), clock));
        this.negotiation = new Negotiation(service, addresses, settings.apiVersion());
        WorkItemArea area = new WorkItemArea(service, addresses);
        WorkItems items = new WorkItems(area, addresses);
        ItemLinks links = new ItemLinks(items, addresses, remarks);
        WorkItemUploads uploads = new WorkItemUploads(area, addresses, settings.workItems());
        WorkItemAttachments itemFiles = new WorkItemAttachments(items, uploads);
        this.evidence = new WorkItemEvidence(itemFiles, settings.workItems(), remarks);
        PlanSettings plan = settings.plan();
        this.testCases = new TestCases(
                plan, new TestCaseItems(area, addresses), new TestPoints(service, addresses, plan), remarks);
        this.runs = new Runs(service, addresses, new RunSearch(service, addresses, clock), plan, remarks);
        this.results = new Results(
                service,
                addresses,
                settings.testNames(),
                links,
                testCases,
                new Association(plan.associateAutomation(), items, testCases, remarks));
        this.attempts = new Attempts(service, addresses, settings.testNames(), links);
        this.attachments = new Attachments(service, addresses, evidence);
        this.bugs = new Bugs(
                service,
                addresses,
                settings.bugs(),
                items,
                itemFiles,
                new BugSearch(area, addresses, settings.bugs()),
                new BugLinks(service, addresses, attachments),
                remarks,
                software(),
                clock);
    }

    /** What tests ran with, as a rule: what a dead JVM left is delivered by another. */
    private static String software() {
        return "Java " + System.getProperty("java.version") + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.version") + " " + System.getProperty("os.arch");
    }

    @Override
    public String name() {
        return "azure";
    }

    @Override
    public String address() {
        return addresses.shown();
    }

    /** Runs are found again by their token alone. */
    @Override
    public Delivery prepare(Run run) {
        return new Delivered(List.of(), "", Duration.ZERO);
    }

    @Override
    public Delivery create(Run run, boolean mayExist) {
        return outcome(mayExist, versions -> {
            Delivered created = runs.create(run, mayExist, versions);
            computers.put(created.ids().get(0), run.computer());
            return created;
        });
    }

    @Override
    public Delivery deliver(String runId, List<Result> batch, boolean mayExist) {
        String computer = computers.getOrDefault(runId, "");
        return toOpenRun(
                runId,
                () -> outcome(mayExist, versions -> results.deliver(runId, batch, computer, mayExist, versions)));
    }

    @Override
    public Delivery append(String runId, List<RetriedRow> rows, boolean mayExist) {
        return toOpenRun(runId, () -> outcome(mayExist, versions -> attempts.append(runId, rows, mayExist, versions)));
    }

    @Override
    public Delivery attach(
            String runId,
            @Nullable String resultId,
            @Nullable String attemptId,
            Attachment attachment,
            Content content,
            boolean mayExist) {
        AttachmentOwner owner = new AttachmentOwner(runId, resultId, attemptId);
        return outcome(mayExist, versions -> attachments.attach(owner, attachment, content, mayExist, versions));
    }

    @Override
    public Delivery file(Place place, Attachment attachment, Content content, String origin, boolean mayExist) {
        return outcome(mayExist, versions -> evidence.file(place, attachment, content, origin, mayExist, versions));
    }

    @Override
    public Reports reports() {
        return bugs.wanted() ? Reports.AT_THE_END : evidence.reports();
    }

    @Override
    public Delivery report(String runId, ReportedRow row, boolean mayExist) {
        Delivery onItems = outcome(mayExist, versions -> evidence.report(runId, row, mayExist, versions));
        String computer = computers.getOrDefault(runId, "");
        // What is on the items by now must be looked for by the next try.
        return onItems instanceof Delivered
                ? outcome(true, versions -> bugs.report(runId, row, computer, versions))
                : onItems;
    }

    @Override
    public Delivery reopen(String runId) {
        return outcome(false, versions -> runs.reopen(runId, versions));
    }

    @Override
    public Delivery complete(String runId, Instant at, boolean aborted) {
        return outcome(false, versions -> runs.complete(runId, at, aborted, versions));
    }

    @Override
    public List<String> remarks() {
        return Stream.of(testCases.remarks(), bugs.remarks(), remarks.all())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void close() {
        http.close();
    }

    /**
     * Makes a request again, and first the run open, when it was refused because another host had shown the run as over.
     * That may happen again in between, and another host may have opened it before it is looked at: so a refusal counts only
     * when the run was found open several times.
     */
    private Delivery toOpenRun(String runId, Supplier<Delivery> request) {
        Delivery delivery = request.get();
        int foundOpen = 0;
        for (int tries = 1; tries < MOST_TRIES && delivery instanceof Rejected; tries++) {
            try {
                Versions versions = negotiation.versions();
                RunLook run = runs.look(runId, versions);
                if (run.over()) {
                    runs.reopen(runId, versions);
                    foundOpen = 0;
                } else if (!run.shared() || ++foundOpen == OPEN_FOR_SURE) {
                    return delivery;
                }
                delivery = request.get();
            } catch (NotDeliveredException e) {
                return delivery;
            }
        }
        return delivery;
    }

    static HttpSettings way(AzureSettings settings, Map<String, String> environment) {
        NetworkSettings network = settings.network();
        return new HttpSettings(
                // One for what is no attachment.
                settings.connections() + 1,
                environment,
                network.proxy().reveal(),
                network.trusted(),
                network.certificate());
    }

    private Delivery outcome(boolean mayExist, Operation operation) {
        try {
            return operation.run(negotiation.versions());
        } catch (NotDeliveredException e) {
            return e.delivery(mayExist);
        }
    }

    private interface Operation {

        Delivered run(Versions versions) throws NotDeliveredException;
    }
}
