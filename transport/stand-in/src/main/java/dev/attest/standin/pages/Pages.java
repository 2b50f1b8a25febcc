package dev.attest.standin.pages;

import dev.attest.standin.faults.FaultGrammar;
import dev.attest.standin.faults.Faults;
import dev.attest.standin.faults.Faults.ActiveFault;
import dev.attest.standin.qacomplete.QaCompleteApi;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.rules.Policy;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.Store;
import dev.attest.standin.traffic.RequestLog;
import dev.attest.standin.traffic.RouteCatalog.Route;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;

/** The HTML pages. They load styles, images and their few scripts from this server only. */
public final class Pages {

    private static final String RULES =
            "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    /** The page of a run has a form for searching it. */
    private static final String RULES_OF_RUN = RULES.replace("form-action 'none'", "form-action 'self'");

    /** While a run is in progress, a script of this server looks for what is added. */
    private static final String RULES_OF_LIVE_RUN = RULES_OF_RUN + "; script-src 'self'; connect-src 'self'";

    /** Scripts of this server copy a stack trace and search in files. */
    private static final String RULES_OF_RESULT = RULES + "; script-src 'self'; connect-src 'self'";

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Pages.class.getClassLoader(), "dev.attest.standin.pages");
    private final RunPages runs;
    private final ResultPages results;
    private final TestPages tests;
    private final ComparePages comparisons;
    private final GalleryPages galleries;
    private final TimelinePages timelines;
    private final WorkItemPages workItems;
    private final PlanPages plans;
    private final QaCompletePages qaComplete;
    private final QaCompleteEntities entities;
    private final Policy policy;
    private final List<Route> api;
    private final Faults faults;
    private final RequestLog requests;

    private Pages(Policy policy, Store store, List<Route> api, Faults faults, RequestLog requests) {
        this.runs = new RunPages(store);
        this.results = new ResultPages(store);
        this.tests = new TestPages(store);
        this.comparisons = new ComparePages(store);
        this.galleries = new GalleryPages(store);
        this.timelines = new TimelinePages(store);
        var markup = new Markup(store);
        this.workItems = new WorkItemPages(store, markup);
        this.plans = new PlanPages(store);
        this.qaComplete = new QaCompletePages(store.qaComplete(), markup);
        this.entities = new QaCompleteEntities(store.qaComplete(), markup);
        this.policy = policy;
        this.api = api;
        this.faults = faults;
        this.requests = requests;
    }

    /** Adds the routes of all pages, and returns the pages. */
    public static Pages install(
            RoutesConfig routes, Policy policy, Store store, List<Route> api, Faults faults, RequestLog requests) {
        var pages = new Pages(policy, store, api, faults, requests);
        pages.addTo(routes, new Downloads(store));
        return pages;
    }

    private void addTo(RoutesConfig routes, Downloads downloads) {
        routes.get("/", this::runs);
        routes.get("/runs/{run}", this::run);
        routes.get("/runs/{run}/results/{result}", this::result);
        routes.get("/runs/{run}/compare", context -> compare(context, text(context, "with")));
        routes.get("/runs/{run}/compare/{with}", context -> compare(context, context.pathParam("with")));
        add(
                routes,
                "/runs/{run}/pictures",
                "gallery.jte",
                context -> galleries.one(id(context, "run"), number(context)));
        add(routes, "/tests/{test}", "test.jte", context -> tests.one(id(context, "test")));
        add(routes, "/runs/{run}/timeline", "timeline.jte", context -> timelines.one(id(context, "run")));
        routes.get("/routes", this::routes);
        routes.get("/style.css", context -> resource(context, "style.css", "text/css"));
        routes.get("/live.js", context -> resource(context, "live.js", "text/javascript"));
        routes.get("/result.js", context -> resource(context, "result.js", "text/javascript"));
        routes.get("/search.js", context -> resource(context, "search.js", "text/javascript"));
        routes.get("/attachments/{attachment}", downloads::serve);
        routes.get("/attachments/{attachment}/text", downloads::serveText);
        routes.get("/files/{file}", downloads::serveFile);
        add(routes, "/work-items", "workItems.jte", context -> workItems.list(number(context)));
        add(routes, "/work-items/{item}", "workItem.jte", context -> workItems.one(id(context, "item")));
        add(routes, "/plans", "plans.jte", context -> plans.list());
        add(routes, "/plans/{plan}", "plan.jte", context -> plans.one(id(context, "plan")));
        routes.get("/qacomplete", this::qaComplete);
        add(routes, "/qacomplete/runs/{run}", "qacompleteRun.jte", context -> qaComplete.run(id(context, "run")));
        routes.get("/qacomplete/files/{file}", downloads::serveEntityFile);
        routes.get("/qacomplete/items/{item}/{kind}", downloads::serveOutput);
        add(
                routes,
                "/qacomplete/{code}/{entity}",
                "qacompleteEntity.jte",
                context -> entities.one(context.pathParam("code"), id(context, "entity")));
        routes.get("/faults", this::faults);
        routes.get("/{collection}/{project}/_TestManagement/Runs", Pages::redirectToRun);
        routes.get(
                "/{collection}/{project}/_workitems/edit/{item}",
                context -> context.redirect("/work-items/" + id(context, "item")));
    }

    /** Shows why a request for a page is refused. */
    public void refuse(Context context, Refusal refusal) {
        show(context.status(refusal.status()), "refused.jte", new RefusedPage(refusal.status(), refusal.text()));
    }

    private void runs(Context context) {
        var url = "http://" + context.host() + "/DefaultCollection";
        show(
                context,
                "runs.jte",
                runs.runs(number(context), url, policy.projects().get(0)));
    }

    private void run(Context context) throws IOException {
        var filters = ResultFilters.of(id(context, "run"), name -> text(context, name));
        var version = runs.version(filters.runId());
        context.header("ETag", version);
        if (version.equals(context.header("If-None-Match"))) {
            context.status(304);
            return;
        }
        var page = runs.run(filters, number(context));
        show(context, "run.jte", page);
        context.header("Content-Security-Policy", page.live() ? RULES_OF_LIVE_RUN : RULES_OF_RUN);
    }

    private void compare(Context context, String with) {
        var page = comparisons.one(id(context, "run"), with, text(context, "list"), number(context));
        show(context, "compare.jte", page);
        context.header("Content-Security-Policy", RULES_OF_RUN);
    }

    private static String text(Context context, String name) {
        var value = context.queryParam(name);
        return value == null ? "" : value;
    }

    private void result(Context context) throws IOException {
        show(context, "result.jte", results.one(id(context, "run"), id(context, "result")));
        context.header("Content-Security-Policy", RULES_OF_RESULT);
    }

    private void qaComplete(Context context) throws IOException {
        var shortened = requests.all().stream()
                .filter(request -> request.path().startsWith(QaCompleteApi.SHORT_BASE + "/"))
                .count();
        var url = "http://" + context.host() + QaCompleteApi.BASE;
        show(context, "qacomplete.jte", qaComplete.all(number(context), url, (int) shortened));
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
                new FaultsPage("http://" + context.host(), faults.active(), requests.counts(), FaultGrammar.HELP));
    }

    private void add(RoutesConfig routes, String path, String template, PageReader page) {
        routes.get(path, context -> show(context, template, page.read(context)));
    }

    private static int id(Context context, String name) {
        return PageText.id(context.pathParam(name));
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

    private static void resource(Context context, String name, String type) throws IOException {
        try (var in = Pages.class.getResourceAsStream("/dev/attest/standin/" + name)) {
            if (in == null) {
                throw new IOException(name + " is missing from the jar");
            }
            secure(context).contentType(type + "; charset=utf-8").result(in.readAllBytes());
        }
    }

    private static Context secure(Context context) {
        return context.header("Content-Security-Policy", RULES)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store");
    }

    /** Redirects from the URL of a run in replies of the API. */
    private static void redirectToRun(Context context) {
        var id = context.queryParam("runId");
        context.redirect("/runs/" + PageText.id(id == null ? "" : id));
    }

    /**
     * The active faults, and the number of requests by route.
     *
     * @param grammar the help text
     */
    record FaultsPage(String url, List<ActiveFault> faults, SortedMap<String, Integer> requests, String grammar) {}

    /** The routes and assumptions of the service. */
    record RoutesPage(String product, List<Route> routes, List<AssumptionLine> assumptions) {}

    /** The reason why a page is refused. */
    record RefusedPage(int status, String text) {}

    /** An assumption, and whether it is on. */
    record AssumptionLine(String name, String text, boolean holds) {}

    /** Reads what a page shows. */
    private interface PageReader {
        Object read(Context context) throws IOException;
    }
}
