package dev.attest.standin.azure.testruns;

import dev.attest.standin.azure.rest.AzureCall;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.azure.rest.QueryDates;
import dev.attest.standin.azure.rest.ServiceEnum;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.RunQuery;
import dev.attest.standin.store.RunStore.RunRow;
import dev.attest.standin.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The two lists of runs at one URL: all runs, or the runs of at most seven days. */
final class RunListRoutes {

    private static final String TOKEN = "continuationToken";
    private static final Duration WINDOW = Duration.ofDays(7);
    private static final Set<String> LIST =
            Set.of("api-version", "builduri", "automated", "includerundetails", "$skip", "$top");
    private static final Set<String> QUERY = Set.of(
            "api-version",
            "minlastupdateddate",
            "maxlastupdateddate",
            "runtitle",
            "state",
            "isautomated",
            "buildids",
            "includerundetails",
            "$top",
            "continuationtoken");

    private final Store store;

    RunListRoutes(Store store) {
        this.store = store;
    }

    void answer(AzureCall call) {
        var dated = call.query("minLastUpdatedDate") != null || call.query("maxLastUpdatedDate") != null;
        if (call.policy().holds(Assumption.KNOWN_RUN_FILTERS)) {
            refuseOthers(call, dated ? QUERY : LIST);
        }
        if (dated) {
            query(call);
        } else {
            list(call);
        }
    }

    /** Refuses unknown filters. A service that ignores a filter returns other runs. */
    private static void refuseOthers(AzureCall call, Set<String> known) {
        for (var name : call.queryNames()) {
            if (!known.contains(name)) {
                throw new Refusal(
                        400,
                        "ArgumentException",
                        "This list of test runs has no filter " + name
                                + (QUERY.contains(name)
                                        ? " without minLastUpdatedDate and maxLastUpdatedDate."
                                        : ": it has " + String.join(", ", new TreeSet<>(known)) + "."));
            }
        }
    }

    private void list(AzureCall call) {
        var build = call.query("buildUri");
        var query = new RunQuery(
                call.project(),
                null,
                null,
                null,
                null,
                flag(call, "automated"),
                build == null ? List.of() : List.of(buildId(build)),
                call.number("$skip", 0),
                call.number("$top", 1000),
                false);
        reply(call, store.runs().list(query), call.flag("includeRunDetails"));
    }

    private static int buildId(String uri) {
        if (!uri.matches("(?i)vstfs:///Build/Build/\\d{1,9}")) {
            throw new Refusal(400, "ArgumentException", "buildUri has the form vstfs:///Build/Build/{buildId}.");
        }
        return Integer.parseInt(uri.substring(uri.lastIndexOf('/') + 1));
    }

    private void query(AzureCall call) {
        var from = QueryDates.read(required(call, "minLastUpdatedDate"), "minLastUpdatedDate");
        var to = QueryDates.read(required(call, "maxLastUpdatedDate"), "maxLastUpdatedDate");
        if (from.isAfter(to) || Duration.between(from, to).compareTo(WINDOW) > 0) {
            throw new Refusal(
                    400, "ArgumentException", "minLastUpdatedDate and maxLastUpdatedDate are at most 7 days apart.");
        }
        var top = Math.min(100, call.number("$top", 100));
        var skip = call.number(TOKEN, 0);
        var found = store.runs()
                .list(new RunQuery(
                        call.project(),
                        from,
                        to,
                        call.query("runTitle"),
                        state(call),
                        flag(call, "isAutomated"),
                        ids(call, "buildIds"),
                        skip,
                        top + 1,
                        false));
        if (found.size() > top) {
            call.raw().header("x-ms-continuationtoken", String.valueOf(skip + top));
        }
        reply(call, found.subList(0, Math.min(top, found.size())), true);
    }

    private static String required(AzureCall call, String name) {
        var text = call.query(name);
        if (text == null) {
            throw new Refusal(400, "ArgumentNullException", "Value cannot be null.\r\nParameter name: " + name);
        }
        return text;
    }

    private static @Nullable String state(AzureCall call) {
        var text = call.query("state");
        return text == null ? null : ServiceEnum.RUN_STATE.read(text);
    }

    private static @Nullable Boolean flag(AzureCall call, String name) {
        var text = call.query(name);
        if (text != null && !text.toLowerCase(Locale.ROOT).matches("true|false")) {
            throw new Refusal(400, "ArgumentException", "The value \"" + text + "\" of " + name + " is not valid.");
        }
        return text == null ? null : Boolean.valueOf(text);
    }

    private static List<Integer> ids(AzureCall call, String name) {
        var text = call.query(name);
        if (text == null || text.isBlank()) {
            return List.of();
        }
        var ids = new ArrayList<Integer>();
        for (var id : text.split(",", -1)) {
            if (!id.strip().matches("\\d{1,9}")) {
                throw new Refusal(400, "ArgumentException", "\"" + id + "\" in " + name + " is not an id.");
            }
            ids.add(Integer.valueOf(id.strip()));
        }
        if (ids.size() > 10) {
            throw new Refusal(400, "ArgumentException", name + " has at most 10 ids.");
        }
        return ids;
    }

    private void reply(AzureCall call, List<RunRow> rows, boolean details) {
        var view = new RunView(call.collection());
        var values = Json.array();
        for (var row : rows) {
            values.add(details ? view.full(row, store.runs().counts(row.id())) : view.shallow(row));
        }
        call.reply(Json.list(values));
    }
}
