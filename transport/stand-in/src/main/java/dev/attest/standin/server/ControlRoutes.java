package dev.attest.standin.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.AzureApi;
import dev.attest.standin.faults.FaultGrammar;
import dev.attest.standin.faults.Faults;
import dev.attest.standin.rules.Policy;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.BuildStore;
import dev.attest.standin.traffic.RequestLog;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Locale;

/**
 * Lets scripts and tests of other processes set faults, read the request log and add builds. The routes need the token
 * of the API:
 *
 * <pre>
 * GET    /_attest/faults         {"faults":[{"id":1,"rule":"POST *&#47;results: drop","seen":3,"struck":1,"over":false}]}
 * POST   /_attest/faults         adds one fault per line of the body, see {@link FaultGrammar}; replies like GET
 * DELETE /_attest/faults[/{id}]  204
 * GET    /_attest/requests       {"counts":{"GET ..":2},"requests":[{"at":"..","route":"GET ..","status":200, ..}]}
 * DELETE /_attest/requests       204
 * GET    /_attest/builds         [{"id":7,"buildNumber":"1.3","definition":{"id":5,"name":"shop"},"sourceBranch":".."}]
 * POST   /_attest/builds         adds such builds, or replaces those with the same id; replies like GET
 * </pre>
 *
 * Faults do not apply to these routes, and the request log does not record them. Pages of other sites cannot call them:
 * the browser guard refuses other origins, the token is never in a cookie, and there are no CORS headers.
 */
final class ControlRoutes {

    private static final String FAULTS = "/_attest/faults";
    private static final String REQUESTS = "/_attest/requests";

    private final Policy policy;
    private final Faults faults;
    private final RequestLog log;
    private final BuildControls builds;

    ControlRoutes(Policy policy, Faults faults, RequestLog log, BuildStore builds) {
        this.policy = policy;
        this.faults = faults;
        this.log = log;
        this.builds = new BuildControls(builds);
    }

    /** Returns whether a path is one of the controls. */
    static boolean owns(String path) {
        return path.toLowerCase(Locale.ROOT).startsWith("/_attest/");
    }

    /** Answers a request that is refused. */
    static void refuse(Context context, Refusal refusal) {
        context.status(refusal.status())
                .contentType("text/plain; charset=utf-8")
                .result(refusal.text() + "\n");
    }

    /** Adds the routes. */
    void addTo(RoutesConfig routes) {
        routes.before("/_attest/*", this::admit);
        routes.get(FAULTS, this::list);
        routes.post(FAULTS, this::add);
        routes.delete(FAULTS, context -> {
            faults.clear();
            context.status(204);
        });
        routes.delete(FAULTS + "/{id}", this::remove);
        builds.addTo(routes);
        routes.get(REQUESTS, this::requests);
        routes.delete(REQUESTS, context -> {
            log.clear();
            context.status(204);
        });
    }

    private void admit(Context context) {
        if (!AzureApi.hasToken(policy, context)) {
            throw new Refusal(401, "", "This needs the token of the stand-in: curl -u :TOKEN ..");
        }
    }

    private void list(Context context) {
        var list = object();
        var values = list.putArray("faults");
        for (var fault : faults.active()) {
            values.add(object().put("id", fault.id())
                    .put("rule", fault.rule())
                    .put("seen", fault.seen())
                    .put("struck", fault.struck())
                    .put("over", fault.over()));
        }
        reply(context, list);
    }

    private void add(Context context) {
        var rules = context.body().lines().filter(line -> !line.isBlank()).toList();
        if (rules.isEmpty()) {
            throw new Refusal(400, "", "The body must have one fault per line, such as\n\n" + FaultGrammar.HELP);
        }
        try {
            faults.addAll(rules);
        } catch (IllegalArgumentException e) {
            throw new Refusal(400, "", String.valueOf(e.getMessage()));
        }
        list(context);
    }

    private void remove(Context context) {
        var id = context.pathParam("id");
        if (!id.matches("\\d{1,9}") || !faults.remove(Integer.parseInt(id))) {
            throw new Refusal(404, "", "There is no fault " + id + ".");
        }
        context.status(204);
    }

    private void requests(Context context) {
        var all = object();
        var counts = all.putObject("counts");
        log.counts().forEach(counts::put);
        var values = all.putArray("requests");
        for (var request : log.all()) {
            values.add(object().put("at", request.at().toString())
                    .put("route", request.route())
                    .put("path", request.path())
                    .put("status", request.status())
                    .put("bytes", request.bytes()));
        }
        reply(context, all);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static void reply(Context context, ObjectNode body) {
        context.header("Cache-Control", "no-store")
                .contentType("application/json; charset=utf-8")
                .result(body.toString());
    }
}
