package dev.attest.azure;

import dev.attest.config.AzureSettings;
import dev.attest.config.BugSettings;
import dev.attest.config.PlanSettings;
import dev.attest.http.ExchangeFailedException;
import dev.attest.http.Http;
import dev.attest.http.PooledHttp;
import dev.attest.http.Response;
import dev.attest.journal.event.Run;
import dev.attest.json.Json;
import dev.attest.publish.Finding;
import dev.attest.publish.Finding.Kind;
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
    private final Service service;
    private final Verdicts verdicts;
    private final Addresses addresses;
    private final String chosen;
    private final WorkItems items;
    private final int item;
    private final Negotiation negotiation;
    private final Clock clock;

    /**
     * Connects to nothing yet.
     *
     * @param environment of the process, for {@code HTTPS_PROXY} and its kin
     */
    public AzureProbe(AzureSettings settings, Map<String, String> environment) {
        this(settings, new PooledHttp(AzureDestination.way(settings, environment)), Clock.systemUTC());
    }

    AzureProbe(AzureSettings settings, Http http, Clock clock) {
        this.http = http;
        this.clock = clock;
        this.verdicts = new Verdicts(settings.token(), clock);
        this.service = new Service(http, settings.token(), verdicts);
        this.addresses = Addresses.of(settings);
        this.chosen = settings.apiVersion();
        this.items = new WorkItems(new WorkItemArea(service, addresses), addresses);
        this.item = settings.workItems().large();
        this.negotiation = new Negotiation(service, addresses, chosen);
    }

    /** Asks which versions of the API are spoken: whether this is Azure DevOps. */
    public Finding versions() {
        Call call = Call.options("find out which API versions the service speaks", addresses.area());
        return ask(call, reply -> Versions.suiting(reply.json()).map(this::named));
    }

    /** Asks for a run of the project: whether there is such a project, and the token opens it. */
    public Finding project() {
        return asked(versions -> ask(
                Call.get("look into the project", addresses.runs("$top", "1"), versions.runs()),
                reply -> Optional.of("The token may read the test runs of " + addresses.shown() + ".")));
    }

    /** Asks for a build of the project. */
    public Finding build(int id) {
        return asked(versions -> {
            String version =
                    Release.parse(versions.runs()).map(Release::toString).orElse(versions.runs());
            return ask(
                    Call.get("look for build " + id, addresses.build(id), version),
                    reply -> Optional.of("Build " + id + " is there."));
        });
    }

    /** Asks for the work item of the settings, and whether the token may change it; without one, for any. */
    public Finding workItems() {
        return asked(versions -> {
            if (item == 0) {
                service.send(Call.get("look into the work items", addresses.anyWorkItem(), versions.workItems()));
                return new Finding(Kind.OK, "The token may read work items.", null);
            }
            items.tryToChange(items.read(item, versions), versions);
            return new Finding(Kind.OK, "Work item " + item + " is there, and the token may change it.", null);
        });
    }

    /** Asks for the test plan, and for the suite where one is set, and for a point with the configuration. */
    public Finding plan(PlanSettings plan) {
        return asked(versions -> {
            Finding found = ask(
                    Call.get("look for test plan " + plan.plan(), addresses.plan(plan.plan()), versions.runs()),
                    reply -> Optional.of("Test plan " + plan.plan() + " is there."));
            if (!found.ok() || plan.suite() == 0) {
                return found;
            }
            return ask(
                    Call.get(
                            "look for suite " + plan.suite() + " of test plan " + plan.plan(),
                            addresses.suite(plan.plan(), plan.suite()),
                            versions.runs()),
                    reply -> Optional.of("Test plan " + plan.plan() + " has suite " + plan.suite() + "."));
        });
    }

    /** Asks whether a test point of the plan has the configuration. */
    public Finding configuration(PlanSettings plan) {
        return asked(versions -> {
            Reply reply = service.send(
                    Call.get("look for test plan " + plan.plan(), addresses.plan(plan.plan()), versions.runs()));
            int root = Reply.id(reply.json().get("rootSuite"))
                    .map(Integer::valueOf)
                    .orElse(0);
            PlanSettings where =
                    new PlanSettings(plan.plan(), plan.suite() == 0 ? root : plan.suite(), plan.configuration(), false);
            TestPoints points = new TestPoints(service, addresses, where);
            points.load(List.of(1), versions);
            return points.isEmpty()
                    ? new Finding(
                            Kind.NOT_FOUND,
                            "No test point there has the configuration " + plan.configuration() + ".",
                            null)
                    : new Finding(Kind.OK, "Test points have the configuration " + plan.configuration() + ".", null);
        });
    }

    /** Asks whether a bug would be filed as it is set, and files none. */
    public Finding bugs(BugSettings bugs) {
        return asked(versions -> ask(
                Call.jsonPatch(
                        Call.Kind.POST,
                        "file a bug",
                        addresses.trialOfNewWorkItem(bugs.type()),
                        versions.workItems(),
                        Json.write(BugFields.trial(bugs))),
                reply -> Optional.of("A bug would be taken; none was filed.")));
    }

    /** Creates a run with a file, and removes it again. */
    public Finding write(Run run) {
        return asked(versions -> new TrialRun(service, addresses).make(run, versions));
    }

    @Override
    public void close() {
        http.close();
    }

    private interface Question {
        Finding ask(Versions versions) throws NotDeliveredException;
    }

    private Finding asked(Question question) {
        try {
            return question.ask(negotiation.versions());
        } catch (NotDeliveredException e) {
            return new Finding(kind(e.status(), e.error(), true), e.reason(), null);
        }
    }

    private Finding ask(Call call, Function<Reply, Optional<String>> told) {
        Instant asked = clock.instant();
        Response response;
        try {
            response = service.exchange(call);
        } catch (ExchangeFailedException e) {
            NotDeliveredException failed = new NotDeliveredException(verdicts.of(call, e), 0, ErrorBody.NONE);
            return new Finding(kind(e), failed.reason(), null);
        }
        Duration ahead = ahead(response, asked);
        try {
            Optional<String> said = told.apply(service.acknowledged(call, response));
            return said.isPresent()
                    ? new Finding(Kind.OK, said.get(), ahead)
                    : new Finding(Kind.NO_COLLECTION, verdicts.misdirected(call).reason(), ahead);
        } catch (NotDeliveredException e) {
            return new Finding(kind(response.status(), e.error(), verdicts.accepts(response)), e.reason(), ahead);
        }
    }

    private String named(Versions suiting) {
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
        if (Verdicts.isOfProject(error)) {
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
