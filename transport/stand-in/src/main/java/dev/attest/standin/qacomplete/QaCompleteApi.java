package dev.attest.standin.qacomplete;

import dev.attest.standin.qacomplete.QaCompleteErrors.FileTooLargeException;
import dev.attest.standin.qacomplete.Users.Right;
import dev.attest.standin.qacomplete.Users.User;
import dev.attest.standin.rules.Policy;
import dev.attest.standin.rules.QaCompletePolicy;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.Store;
import dev.attest.standin.traffic.RouteCatalog.Route;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The REST API of QAComplete, at {@code /rest-api/service/api/v1} and {@code v2}. The samples in its documents omit the
 * first segment. Those paths work too.
 */
public final class QaCompleteApi {

    /** The prefix of all paths. */
    public static final String BASE = "/rest-api/service";

    /** The prefix in the samples of the documents. */
    public static final String SHORT_BASE = "/service";

    private static final String SIGNED_IN = "attest.user";

    /** Answers a call. */
    @FunctionalInterface
    interface QaCompleteHandler {
        void to(QaCompleteCall call) throws IOException;
    }

    private final Policy policy;
    private final QaCompletePolicy own;
    private final Store store;
    private final Users users;
    private final List<Route> listed = new ArrayList<>();
    private final List<Endpoint> endpoints = new ArrayList<>();

    /**
     * Creates the API, and adds the entities of the seed to the store.
     *
     * @throws IllegalArgumentException if the seed is invalid
     */
    public QaCompleteApi(Policy policy, QaCompletePolicy own, Store store) {
        this.policy = policy;
        this.own = own;
        this.store = store;
        var seed = QaCompleteSeed.of(own);
        store.qaComplete().entities().addMissing(seed.entities());
        this.users = new Users(seed.users());
        new ProjectRoutes().addTo(this);
        new TestRunRoutes().addTo(this);
        new TestItemRoutes().addTo(this);
        new ItemOutputRoutes().addTo(this);
        new EntityFileRoutes().addTo(this);
        new TestRoutes().addTo(this);
        new EntityRoutes().addTo(this);
    }

    /** Adds all routes, and returns their list. */
    public List<Route> install(RoutesConfig routes) {
        endpoints.forEach(routes::addEndpoint);
        routes.exception(
                FileTooLargeException.class,
                (fact, context) -> QaCompleteErrors.tooLarge(context, policy, own.oversize(), fact));
        return List.copyOf(listed);
    }

    /** Returns whether a path belongs to the API, and so needs credentials. */
    public static boolean owns(String path) {
        var lower = path.toLowerCase(Locale.ROOT);
        return lower.startsWith(BASE + "/") || lower.startsWith(SHORT_BASE + "/api/");
    }

    /** Returns whether the request carries valid credentials. Answers the request if it does not. */
    public boolean admit(Context context) {
        var user = users.signedIn(context.header("Authorization"));
        context.attribute(SIGNED_IN, user.orElse(null));
        if (user.isEmpty()) {
            QaCompleteErrors.signIn(context, policy);
        }
        return user.isPresent();
    }

    /** Answers a refused request with the error of the API. */
    public void refuse(Context context, Refusal refusal) {
        QaCompleteErrors.send(context, policy, refusal);
    }

    /** Returns whether to reset the connection of a request instead of replying. */
    public static boolean resets(Context context) {
        return context.attribute(QaCompleteErrors.RESET) != null;
    }

    /** Adds a documented route below a project. */
    void documented(
            HandlerType method, Set<String> versions, String path, Right right, String note, QaCompleteHandler answer) {
        add(new RouteDefinition(method, versions, "/projects/{project}" + path, right, true, note), answer);
    }

    /** Adds a route below a project whose behaviour is assumed. */
    void assumed(
            HandlerType method, Set<String> versions, String path, Right right, String note, QaCompleteHandler answer) {
        add(new RouteDefinition(method, versions, "/projects/{project}" + path, right, false, note), answer);
    }

    void add(RouteDefinition line, QaCompleteHandler answer) {
        for (var base : List.of(BASE, SHORT_BASE)) {
            endpoints.add(Endpoint.create(line.method(), base + "/api/{version}" + line.path())
                    .handler(context -> serve(context, line, answer)));
        }
        for (var version : line.versions().stream().sorted().toList()) {
            var path = BASE + "/api/" + version + line.path();
            listed.add(new Route(line.method().toString(), path, line.documented(), line.note()));
        }
    }

    private void serve(Context context, RouteDefinition line, QaCompleteHandler answer) throws IOException {
        User user = context.attribute(SIGNED_IN);
        if (user == null) {
            throw new IllegalStateException("Nobody is signed in.");
        }
        var call = new QaCompleteCall(context, policy, own, store.qaComplete(), users, user);
        if (!Set.of("v1", "v2").contains(call.path("version"))) {
            throw QaCompleteErrors.notFound();
        }
        call.requireVersion(line.versions());
        call.require(Right.READ);
        if (line.path().startsWith("/projects/{project}")) {
            call.project();
        }
        call.require(line.right());
        answer.to(call);
    }

    /** A route with the API versions that it exists in. */
    record RouteDefinition(
            HandlerType method, Set<String> versions, String path, Right right, boolean documented, String note) {}
}
