package dev.attest.internal.azure;

import dev.attest.internal.azure.api.ApiVersions;
import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.azure.api.AzureFailurePolicy;
import dev.attest.internal.azure.api.Endpoint;
import dev.attest.internal.azure.api.Negotiation;
import dev.attest.internal.azure.bugs.BugFields;
import dev.attest.internal.azure.plans.TestPoints;
import dev.attest.internal.azure.workitems.WorkItems;
import dev.attest.internal.config.AzureSettings;
import dev.attest.internal.config.PlanSettings;
import dev.attest.internal.config.setting.BugSettings;
import dev.attest.internal.destination.ProbeResult;
import dev.attest.internal.destination.ProbeResult.Kind;
import dev.attest.internal.http.ExchangeFailedException;
import dev.attest.internal.http.Http;
import dev.attest.internal.http.PooledHttp;
import dev.attest.internal.http.Response;
import dev.attest.internal.journal.event.Run;
import dev.attest.internal.json.Json;
import dev.attest.internal.rest.Call;
import dev.attest.internal.rest.ErrorBody;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;
import dev.attest.internal.rest.RestClient;
import java.io.Closeable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks a service of Azure DevOps whether it would take results, and why not. Each question is asked once and blocks for
 * the time of its exchanges. Only {@link #write} changes anything at the service.
 */
public final class AzureProbe implements Closeable {

    private final Http http;
    private final AzureApi api;
    private final String chosen;
    private final int item;
    private final Clock clock;

    /**
     * Connects to nothing yet.
     *
     * @param environment of the process, for {@code HTTPS_PROXY} and its kin
     */
    public AzureProbe(AzureSettings settings, Map<String, String> environment) {
        this(
                settings,
                new PooledHttp(RestClient.settings(settings.network(), settings.connections(), environment)),
                Clock.systemUTC());
    }

    AzureProbe(AzureSettings settings, Http http, Clock clock) {
        this.http = http;
        this.clock = clock;
        this.api = AzureApi.of(settings, http, clock);
        this.chosen = settings.apiVersion();
        this.item = settings.workItems().large();
    }

    /** Asks which versions of the API are spoken: whether this is Azure DevOps. */
    public ProbeResult versions() {
        return ask(
                Negotiation.call(api.urls().area()),
                reply -> ApiVersions.suiting(reply.json()).map(this::named));
    }

    /** Asks for a run of the project: whether there is such a project, and the token opens it. */
    public ProbeResult project() {
        return look(
                "look into the project",
                api.urls().runs("$top", "1"),
                "The token may read the test runs of " + api.urls().shown() + ".");
    }

    /** Asks for a build of the project. */
    public ProbeResult build(int id) {
        return look("look for build " + id, api.urls().build(id), "Build " + id + " is there.");
    }

    /** Asks for the work item of the settings, and whether the token may change it; without one, for any. */
    public ProbeResult workItems() {
        return asked(() -> {
            if (item == 0) {
                api.forWorkItems().get("look into the work items", api.urls().anyWorkItem());
                return new ProbeResult(Kind.OK, "The token may read work items.", null);
            }
            WorkItems items = new WorkItems(api);
            items.tryToChange(items.read(item));
            return new ProbeResult(Kind.OK, "Work item " + item + " is there, and the token may change it.", null);
        });
    }

    /** Asks for the test plan, and for the suite where one is set, and for a point with the configuration. */
    public ProbeResult plan(PlanSettings plan) {
        String named = "test plan " + plan.plan();
        ProbeResult found =
                look("look for " + named, api.urls().plan(plan.plan()), "Test plan " + plan.plan() + " is there.");
        return !found.ok() || plan.suite() == 0
                ? found
                : look(
                        "look for suite " + plan.suite() + " of " + named,
                        api.urls().suite(plan.plan(), plan.suite()),
                        "Test plan " + plan.plan() + " has suite " + plan.suite() + ".");
    }

    /** Asks whether a test point of the plan has the configuration. */
    public ProbeResult configuration(PlanSettings plan) {
        return asked(() -> {
            Reply reply =
                    api.get("look for test plan " + plan.plan(), api.urls().plan(plan.plan()));
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
                    : new ProbeResult(
                            Kind.OK, "Test points have the configuration " + plan.configuration() + ".", null);
        });
    }

    /** Asks whether a bug would be filed as it is set, and files none. */
    public ProbeResult bugs(BugSettings bugs) {
        return asked(() -> ask(
                api.itemCall(
                        "file a bug",
                        "POST",
                        api.urls().trialOfNewWorkItem(bugs.type()),
                        Json.write(BugFields.trial(bugs))),
                reply -> Optional.of("A bug would be taken; none was filed.")));
    }

    /** Creates a run with a file, and removes it again. */
    public ProbeResult write(Run run) {
        return asked(() -> new TrialRun(api).make(run));
    }

    @Override
    public void close() {
        http.close();
    }

    private interface Question {
        ProbeResult ask() throws NotDeliveredException;
    }

    private ProbeResult asked(Question question) {
        try {
            return question.ask();
        } catch (NotDeliveredException e) {
            return new ProbeResult(kind(e.status(), e.error(), true), e.reason(), null);
        }
    }

    private ProbeResult look(String purpose, Endpoint endpoint, String told) {
        return asked(() -> ask(api.call(purpose, "GET", endpoint, null), reply -> Optional.of(told)));
    }

    private ProbeResult ask(Call call, Function<Reply, Optional<String>> told) {
        Instant asked = clock.instant();
        Response response;
        try {
            response = api.client().exchange(call);
        } catch (ExchangeFailedException e) {
            return new ProbeResult(
                    kind(e), api.client().withoutResponse(call, e).reason(), null);
        }
        Duration ahead = ahead(response, asked);
        try {
            Optional<String> said = told.apply(api.client().acknowledged(call, response));
            return said.isPresent()
                    ? new ProbeResult(Kind.OK, said.get(), ahead)
                    : new ProbeResult(
                            Kind.NO_COLLECTION,
                            Negotiation.misdirected(api.client(), call).reason(),
                            ahead);
        } catch (NotDeliveredException e) {
            return new ProbeResult(
                    kind(response.status(), e.error(), api.client().policy().accepts(response)), e.reason(), ahead);
        }
    }

    private String named(ApiVersions suiting) {
        return chosen.isBlank()
                ? "Version " + suiting.runs() + " of the API suits both sides."
                : "Version " + chosen + " of the API is set; " + suiting.runs() + " would suit both sides.";
    }

    private static Kind kind(ExchangeFailedException failed) {
        return switch (failed.failure()) {
            case UNKNOWN_HOST -> Kind.UNKNOWN_HOST;
            case NOT_CONNECTED, PROXY_REFUSES -> Kind.NOT_CONNECTED;
            case NOT_TRUSTED, OUT_OF_DATE, WRONG_HOST, NOT_THE_PINNED_ONE -> Kind.NOT_TRUSTED;
            case PROXY_WANTS_LOGIN -> Kind.PROXY_CREDENTIALS;
            case UNREADABLE_BODY, CONNECTION_LOST, TIMED_OUT -> Kind.NO_ANSWER;
        };
    }

    /** @param accepted whether it could have been an acknowledgement by its head, and was none by its text */
    private static Kind kind(int status, ErrorBody error, boolean accepted) {
        if (status / 100 == 2 || status / 100 == 3) {
            return accepted && status / 100 == 2 ? Kind.NO_COLLECTION : Kind.SIGN_IN_PAGE;
        }
        return switch (status) {
            case 0 -> Kind.NO_ANSWER;
            case 401 -> Kind.TOKEN_REFUSED;
            case 403 -> Kind.FORBIDDEN;
            case 404 -> notFound(error);
            case 405 -> Kind.NO_COLLECTION;
            case 407 -> Kind.PROXY_CREDENTIALS;
            case 408, 429 -> Kind.UNWELL;
            default -> status >= 500 ? Kind.UNWELL : Kind.REFUSED;
        };
    }

    private static Kind notFound(ErrorBody error) {
        if (AzureFailurePolicy.isOfProject(error)) {
            return Kind.UNKNOWN_PROJECT;
        }
        return error.structured() ? Kind.NOT_FOUND : Kind.NO_COLLECTION;
    }

    /** The service says the time at which it answered: between the question and the answer. */
    private @Nullable Duration ahead(Response response, Instant asked) {
        Instant answered = clock.instant();
        Instant middle = asked.plus(Duration.between(asked, answered).dividedBy(2));
        try {
            return response.header("Date")
                    .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME))
                    .map(date -> Duration.between(middle, date.toInstant()))
                    .orElse(null);
        } catch (DateTimeParseException e) {
            return null; // a clock that nobody can read tells nothing
        }
    }
}
