package dev.attest.internal.azure;

import dev.attest.AttachmentType;
import dev.attest.internal.azure.api.ApiVersions;
import dev.attest.internal.azure.api.AttachmentOwner;
import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.azure.api.LargeFiles;
import dev.attest.internal.azure.api.TextContent;
import dev.attest.internal.azure.bugs.BugTrial;
import dev.attest.internal.azure.plans.TestPoints;
import dev.attest.internal.azure.results.Attachments;
import dev.attest.internal.azure.runs.AzureRuns;
import dev.attest.internal.azure.workitems.WorkItems;
import dev.attest.internal.config.AzureSettings;
import dev.attest.internal.config.PlanSettings;
import dev.attest.internal.config.setting.BugSettings;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.AttachedContent;
import dev.attest.internal.destination.ProbeResult;
import dev.attest.internal.destination.ProbeResult.Kind;
import dev.attest.internal.destination.Remarks;
import dev.attest.internal.http.ExchangeFailedException;
import dev.attest.internal.http.Http;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Run;
import dev.attest.internal.rest.Call;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;
import dev.attest.internal.rest.RestClient;
import java.io.Closeable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Checks whether Azure DevOps accepts results. Each method blocks for the time of its requests and makes each request
 * once. Only {@link #write} changes anything at the service.
 */
public final class AzureProbe implements Closeable {

    private static final TextContent TEXT =
            new TextContent("Written by `attest doctor` to see whether files can be attached.\n");
    /** No test has this file, so its hash is never compared. */
    private static final String NO_HASH = "0".repeat(64);

    private final Http http;
    private final AzureApi api;
    private final AzureSettings settings;
    private final ProbeCalls calls;
    private final AzureRuns runs;

    /** Connects on the first call. Reads {@code HTTPS_PROXY} and similar variables from the environment. */
    public AzureProbe(AzureSettings settings, Map<String, String> environment) {
        this(
                settings,
                RestClient.http(settings.url(), settings.network(), settings.connections(), environment),
                Clock.systemUTC());
    }

    AzureProbe(AzureSettings settings, Http http, Clock clock) {
        this.settings = settings;
        this.http = http;
        this.api = AzureApi.of(settings, http, clock);
        this.calls = new ProbeCalls(api, clock);
        this.runs = new AzureRuns(api, PlanSettings.NONE, new Remarks(), Clock.systemUTC(), Duration.ZERO);
    }

    /** Asks for the API versions, which only Azure DevOps can answer. */
    public ProbeResult versions() {
        return calls.ask(
                api.negotiation().call(),
                reply -> ApiVersions.suiting(reply.json()).map(this::describe));
    }

    /** Asks for a run of the project, which checks the project and the token. */
    public ProbeResult project() {
        return calls.look(
                "look into the project",
                api.urls().runs("$top", "1"),
                "The token may read the test runs of " + api.urls().shown() + ".");
    }

    public ProbeResult build(int id) {
        return calls.look("look for build " + id, api.urls().build(id), "Build " + id + " is there.");
    }

    /** Checks that the token may change the work item of the settings or, without one, read work items. */
    public ProbeResult workItems() {
        int item = settings.workItems().large();
        return calls.check(() -> {
            if (item == 0) {
                api.forWorkItems().get("look into the work items", api.urls().anyWorkItem());
                return ProbeResult.ok("The token may read work items.");
            }
            WorkItems items = new WorkItems(api);
            items.tryToChange(items.read(item));
            return ProbeResult.ok("Work item " + item + " is there, and the token may change it.");
        });
    }

    /** Asks for the test plan and, if one is set, for the suite. */
    public ProbeResult plan(PlanSettings plan) {
        String named = "test plan " + plan.plan();
        return calls.check(() -> {
            ApiVersions versions = api.versions();
            ProbeResult found = calls.look(
                    "look for " + named,
                    api.urls().plan(versions, plan.plan()),
                    "Test plan " + plan.plan() + " is there.");
            return !found.ok() || plan.suite() == 0
                    ? found
                    : calls.look(
                            "look for suite " + plan.suite() + " of " + named,
                            api.urls().suite(versions, plan.plan(), plan.suite()),
                            "Test plan " + plan.plan() + " has suite " + plan.suite() + ".");
        });
    }

    /** Checks that a test point of the plan has the configuration. */
    public ProbeResult configuration(PlanSettings plan) {
        return calls.check(() -> {
            Reply reply =
                    api.get("look for test plan " + plan.plan(), api.urls().plan(api.versions(), plan.plan()));
            int root = Reply.id(reply.json().get("rootSuite"))
                    .map(Integer::valueOf)
                    .orElse(0);
            PlanSettings where =
                    new PlanSettings(plan.plan(), plan.suite() == 0 ? root : plan.suite(), plan.configuration(), false);
            TestPoints points = new TestPoints(api, where);
            points.load(List.of(1));
            return points.isEmpty()
                    ? new ProbeResult(
                            Kind.NOT_FOUND,
                            "No test point there has the configuration " + plan.configuration() + ".",
                            null)
                    : ProbeResult.ok("Test points have the configuration " + plan.configuration() + ".");
        });
    }

    /** Asks the service to validate a bug without creating it. */
    public ProbeResult bugs(BugSettings bugs) {
        return calls.check(() -> {
            String filed = new BugTrial(new WorkItems(api)).play(bugs);
            return ProbeResult.ok(
                    filed.isEmpty()
                            ? "A bug would be taken; none was filed."
                            : "A bug was taken, as the service does not know how to validate one: " + filed + ".");
        });
    }

    /** Creates a run with an attachment and removes it again, even if the attachment fails. */
    public ProbeResult write(Run run) {
        return calls.check(() -> {
            Accepted created = runs.create(run, false);
            String id = created.ids().get(0);
            Attachment file = new Attachment(
                    1, Attachment.RUN, 1, "attest-doctor.txt", AttachmentType.GENERAL_ATTACHMENT, NO_HASH, TEXT.size());
            try {
                new Attachments(api, LargeFiles.NOWHERE)
                        .attach(new AttachmentOwner(id, null, null), new AttachedContent(file, TEXT), false);
            } catch (NotDeliveredException e) {
                remove(id);
                throw e;
            }
            String left = remove(id)
                    ? ""
                    : " It could not be removed, and is completed instead: " + created.url()
                            + ". Slices of one job need the right Delete test runs: without it, one that starts at the same"
                            + " moment as another leaves an aborted run.";
            return ProbeResult.ok("A run was created, and a file attached to it." + left);
        });
    }

    @Override
    public void close() {
        http.close();
    }

    private boolean remove(String runId) throws NotDeliveredException {
        Call call = api.call("remove the trial run", "DELETE", api.urls().run(runId), null);
        try {
            if (api.client().exchange(call).status() / 100 == 2) {
                return true;
            }
        } catch (ExchangeFailedException e) {
            // A run that cannot be removed is completed instead.
        }
        runs.complete(runId, Instant.now(), false);
        return false;
    }

    private String describe(ApiVersions suiting) {
        return settings.apiVersion().isBlank()
                ? "Version " + suiting.runs() + " of the API suits both sides."
                : "Version " + settings.apiVersion() + " of the API is set; " + suiting.runs()
                        + " would suit both sides.";
    }
}
