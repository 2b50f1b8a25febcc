package dev.attest.standin.pages;

import dev.attest.standin.faults.FaultGrammar;
import dev.attest.standin.faults.Faults;
import dev.attest.standin.pages.RoutesPage.AssumptionLine;
import dev.attest.standin.qacomplete.QaCompleteApi;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.rules.Policy;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.Store;
import dev.attest.standin.traffic.Traffic;
import dev.attest.standin.wire.Route;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** The pages. They run no scripts, and take styles and pictures from here only. */
public final class Pages {

    private static final String RULES = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Pages.class.getClassLoader(), "dev.attest.standin.pages");
    private final Views views;
    private final WorkItemViews workItems;
    private final PlanViews plans;
    private final QaCompleteViews qaComplete;
    private final Policy policy;
    private final List<Route> api;
    private final Faults faults;
    private final Traffic traffic;

    private Pages(Policy policy, Store store, List<Route> api, Faults faults, Traffic traffic) {
        this.views = new Views(store);
        this.workItems = new WorkItemViews(store);
        this.plans = new PlanViews(store);
        this.qaComplete = new QaCompleteViews(store.qaComplete());
        this.policy = policy;
        this.api = api;
        this.faults = faults;
        this.traffic = traffic;
    }

    /** Adds the routes of all pages, and returns the pages. */
    public static Pages install(
            RoutesConfig routes, Policy policy, Store store, List<Route> api, Faults faults, Traffic traffic) {
        var pages = new Pages(policy, store, api, faults, traffic);
        routes.get("/", pages::runs);
        routes.get("/runs/{run}", pages::run);
        routes.get("/runs/{run}/results/{result}", pages::result);
        routes.get("/routes", pages::routes);
        routes.get("/style.css", Pages::style);
        var downloads = new Downloads(store);
        routes.get("/attachments/{attachment}", downloads::serve);
        routes.get("/files/{file}", downloads::serveFile);
        routes.get("/work-items", pages::workItems);
        routes.get("/work-items/{item}", pages::workItem);
        routes.get("/plans", pages::plans);
        routes.get("/plans/{plan}", pages::plan);
        routes.get("/qacomplete", pages::qaComplete);
        routes.get("/qacomplete/runs/{run}", pages::qaCompleteRun);
        routes.get("/qacomplete/files/{file}", downloads::serveEntityFile);
        routes.get("/qacomplete/items/{item}/{kind}", downloads::serveOutput);
        routes.get("/qacomplete/{code}/{entity}", pages::qaCompleteEntity);
        routes.get("/faults", pages::faults);
        routes.get("/{collection}/{project}/_TestManagement/Runs", Pages::fromService);
        routes.get(
                "/{collection}/{project}/_workitems/edit/{item}",
                context -> context.redirect("/work-items/" + Views.id(context.pathParam("item"))));
        return pages;
    }

    /** Answers a request for a page that is refused. */
    public void refuse(Context context, Refusal refusal) {
        show(context.status(refusal.status()), "refused.jte", new RefusedPage(refusal.status(), refusal.text()));
    }

    private void runs(Context context) {
        var url = "http://" + context.host() + "/DefaultCollection";
        show(
                context,
                "runs.jte",
                views.runs(number(context), url, policy.projects().get(0)));
    }

    private void run(Context context) throws IOException {
        var outcome = context.queryParam("outcome");
        show(
                context,
                "run.jte",
                views.run(Views.id(context.pathParam("run")), outcome == null ? "" : outcome, number(context)));
    }

    private void result(Context context) throws IOException {
        show(
                context,
                "result.jte",
                views.result(Views.id(context.pathParam("run")), Views.id(context.pathParam("result"))));
    }

    private void workItems(Context context) {
        show(context, "workItems.jte", workItems.list(number(context)));
    }

    private void workItem(Context context) throws IOException {
        show(context, "workItem.jte", workItems.one(Views.id(context.pathParam("item"))));
    }

    private void plans(Context context) {
        show(context, "plans.jte", plans.list());
    }

    private void plan(Context context) {
        show(context, "plan.jte", plans.one(Views.id(context.pathParam("plan"))));
    }

    private void qaComplete(Context context) throws IOException {
        var shortened = traffic.all().stream()
                .filter(request -> request.path().startsWith(QaCompleteApi.SHORT_BASE + "/"))
                .count();
        var url = "http://" + context.host() + QaCompleteApi.BASE;
        show(context, "qacomplete.jte", qaComplete.all(number(context), url, (int) shortened));
    }

    private void qaCompleteRun(Context context) {
        show(context, "qacompleteRun.jte", qaComplete.run(Views.id(context.pathParam("run"))));
    }

    private void qaCompleteEntity(Context context) throws IOException {
        var id = Views.id(context.pathParam("entity"));
        show(context, "qacompleteEntity.jte", qaComplete.entity(context.pathParam("code"), id));
    }

    private void routes(Context context) {
        var assumptions = Arrays.stream(Assumption.values())
                .map(assumption -> new AssumptionLine(assumption.label(), assumption.text(), policy.holds(assumption)))
                .toList();
        show(context, "routes.jte", new RoutesPage(policy.product().label(), api, assumptions));
    }

    private void faults(Context context) {
        show(
                context,
                "faults.jte",
                new FaultsPage("http://" + context.host(), faults.active(), traffic.counts(), FaultGrammar.HELP));
    }

    private static int number(Context context) {
        var text = context.queryParam("page");
        return text != null && text.matches("[1-9]\\d{0,5}") ? Integer.parseInt(text) : 1;
    }

    private void show(Context context, String template, Object page) {
        var output = new StringOutput();
        templates.render(template, page, output);
        secure(context).contentType("text/html; charset=utf-8").result(output.toString());
    }

    private static void style(Context context) throws IOException {
        try (var in = Pages.class.getResourceAsStream("/dev/attest/standin/style.css")) {
            if (in == null) {
                throw new IOException("style.css is missing from the jar");
            }
            secure(context).contentType("text/css; charset=utf-8").result(in.readAllBytes());
        }
    }

    private static Context secure(Context context) {
        return context.header("Content-Security-Policy", RULES)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store");
    }

    /** The address of a run that the API gives out. */
    private static void fromService(Context context) {
        var id = context.queryParam("runId");
        context.redirect("/runs/" + Views.id(id == null ? "" : id));
    }
}
