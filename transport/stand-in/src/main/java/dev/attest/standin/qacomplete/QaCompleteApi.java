package dev.attest.standin.qacomplete;

import dev.attest.standin.rules.Policy;
import dev.attest.standin.rules.QaCompletePolicy;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.Store;
import dev.attest.standin.wire.Route;
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
 * The REST API of QAComplete, at {@code /rest-api/service/api/v1} and {@code v2}. The samples in its documents leave the
 * first segment out, and are answered as well.
 */
public final class QaCompleteApi {

    /** What the addresses begin with. */
    public static final String BASE = "/rest-api/service";

    /** What addresses begin with that follow the samples. */
    public static final String SHORT_BASE = "/service";

    private static final String SIGNED_IN = "attest.user";

    /** What answers a call. */
    @FunctionalInterface
    interface Answer {
        void to(Call call) throws IOException;
    }

    private final Policy policy;
    private final QaCompletePolicy own;
    private final Store store;
    private final Users users;
    private final List<Route> listed = new ArrayList<>();
    private final List<Endpoint> endpoints = new ArrayList<>();

    /**
     * Creates the API, with its entities in the store.
     *
     * @throws IllegalArgumentException when the seed is not understood
     */
    public QaCompleteApi(Policy policy, QaCompletePolicy own, Store store) {
        this.policy = policy;
        this.own = own;
        this.store = store;
        var seed = Seed.of(own);
        store.qaComplete().entities().addMissing(seed.entities());
        this.users = new Users(seed.users());
        new ProjectRoutes().addTo(this);
        new TestRunRoutes().addTo(this);
        new TestItemRoutes().addTo(this);
        new OutputRoutes().addTo(this);
        new FileRoutes().addTo(this);
        new TestRoutes().addTo(this);
        new EntityRoutes().addTo(this);
    }

    /** Adds all routes, and returns their list. */
    public List<Route> install(RoutesConfig routes) {
        endpoints.forEach(routes::addEndpoint);
        routes.exception(Oversized.class, (fact, context) -> Answers.tooLarge(context, policy, own.oversize(), fact));
        return List.copyOf(listed);
    }

    /** Returns whether a path belongs to the API, and so needs credentials. */
    public static boolean owns(String path) {
        var lower = path.toLowerCase(Locale.ROOT);
        return lower.startsWith(BASE + "/") || lower.startsWith(SHORT_BASE + "/api/");
    }

    /** Returns whether the request carries good credentials; if not, it has been answered. */
    public boolean admit(Context context) {
        var user = users.signedIn(context.header("Authorization"));
        context.attribute(SIGNED_IN, user.orElse(null));
        if (user.isEmpty()) {
            Answers.signIn(context, policy);
        }
        return user.isPresent();
    }

    /** Answers a request that is refused, in the form of the API. */
    public void refuse(Context context, Refusal refusal) {
        Answers.refuse(context, policy, refusal);
    }

    /** Returns whether the connection of a request is to be reset instead of answered. */
    public static boolean resets(Context context) {
        return context.attribute(Answers.RESET) != null;
    }

    /** Adds a route below a project. */
    void documented(HandlerType method, Set<String> versions, String path, Right right, String note, Answer answer) {
        add(new Line(method, versions, "/projects/{project}" + path, right, true, note), answer);
    }

    /** Adds a route below a project whose behaviour no document shows. */
    void assumed(HandlerType method, Set<String> versions, String path, Right right, String note, Answer answer) {
        add(new Line(method, versions, "/projects/{project}" + path, right, false, note), answer);
    }

    void add(Line line, Answer answer) {
        for (var base : List.of(BASE, SHORT_BASE)) {
            endpoints.add(Endpoint.create(line.method(), base + "/api/{version}" + line.path())
                    .handler(context -> serve(context, line, answer)));
        }
        for (var version : line.versions().stream().sorted().toList()) {
            var path = BASE + "/api/" + version + line.path();
            listed.add(new Route(line.method().toString(), path, line.documented(), line.note()));
        }
    }

    private void serve(Context context, Line line, Answer answer) throws IOException {
        User user = context.attribute(SIGNED_IN);
        if (user == null) {
            throw new IllegalStateException("Nobody is signed in.");
        }
        var call = new Call(context, policy, own, store.qaComplete(), users, user);
        if (!Set.of("v1", "v2").contains(call.path("version"))) {
            throw Refusals.notThere();
        }
        call.requireVersion(line.versions());
        call.require(Right.READ);
        if (line.path().startsWith("/projects/{project}")) {
            call.project();
        }
        call.require(line.right());
        answer.to(call);
    }

    /** A route, at each of its versions. */
    record Line(HandlerType method, Set<String> versions, String path, Right right, boolean documented, String note) {}
}
