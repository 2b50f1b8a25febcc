package dev.attest.standin.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.faults.FaultGrammar;
import dev.attest.standin.faults.Faults;
import dev.attest.standin.rules.Policy;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.traffic.Traffic;
import dev.attest.standin.wire.AzureApi;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Locale;

/**
 * What scripts and tests in other processes use, with the token of the API:
 *
 * <pre>
 * GET    /_attest/faults         {"faults":[{"id":1,"rule":"POST *&#47;results: drop","seen":3,"struck":1,"over":false}]}
 * POST   /_attest/faults         a fault in each line of the body, see {@link FaultGrammar}; answers as GET does
 * DELETE /_attest/faults[/{id}]  204
 * GET    /_attest/requests       {"counts":{"GET ..":2},"requests":[{"at":"..","route":"GET ..","status":200, ..}]}
 * DELETE /_attest/requests       204
 * </pre>
 *
 * No fault meets these, and they do not count as requests. No page of another site can call them: a browser guard turns
 * away such origins, the token is in no cookie, and nothing is allowed across origins.
 */
public final class Controls {

    private static final String FAULTS = "/_attest/faults";
    private static final String REQUESTS = "/_attest/requests";

    private final Policy policy;
    private final Faults faults;
    private final Traffic traffic;

    /** Creates the controls of one service. */
    public Controls(Policy policy, Faults faults, Traffic traffic) {
        this.policy = policy;
        this.faults = faults;
        this.traffic = traffic;
    }

    /** Returns whether a path is one of the controls. */
    public static boolean owns(String path) {
        return path.toLowerCase(Locale.ROOT).startsWith("/_attest/");
    }

    /** Answers a request that is refused. */
    public static void refuse(Context context, Refusal refusal) {
        context.status(refusal.status())
                .contentType("text/plain; charset=utf-8")
                .result(refusal.text() + "\n");
    }

    /** Adds the routes. */
    public void addTo(RoutesConfig routes) {
        routes.before("/_attest/*", this::admit);
        routes.get(FAULTS, this::list);
        routes.post(FAULTS, this::add);
        routes.delete(FAULTS, context -> {
            faults.clear();
            context.status(204);
        });
        routes.delete(FAULTS + "/{id}", this::remove);
        routes.get(REQUESTS, this::requests);
        routes.delete(REQUESTS, context -> {
            traffic.clear();
            context.status(204);
        });
    }

    private void admit(Context context) {
        if (!AzureApi.opens(policy, context)) {
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
            throw new Refusal(400, "", "The body has a fault in each line, such as\n\n" + FaultGrammar.HELP);
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
        traffic.counts().forEach(counts::put);
        var values = all.putArray("requests");
        for (var request : traffic.all()) {
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
