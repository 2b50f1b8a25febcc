package dev.attest.standin.azure.testruns;

import dev.attest.standin.azure.rest.AzureCall;
import dev.attest.standin.azure.rest.QueryDates;
import dev.attest.standin.azure.rest.QueryEnum;
import dev.attest.standin.azure.rest.ServiceEnum;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.RunQuery;
import dev.attest.standin.store.RunReference;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the filters of the two lists of test runs. The service also knows {@code tmiRunId}. No request tells that of a
 * run, so it is refused like an unknown filter.
 */
final class RunFilters {

    private static final Duration WINDOW = Duration.ofDays(7);
    private static final int MOST_IDS = 10;
    private static final QueryEnum CONTEXT = QueryEnum.of("publishContext", 1, "build", "release", "all");

    private static final Set<String> LIST =
            Set.of("api-version", "builduri", "planid", "owner", "automated", "includerundetails", "$skip", "$top");
    private static final Set<String> QUERY = Set.of(
            "api-version",
            "minlastupdateddate",
            "maxlastupdateddate",
            "runtitle",
            "state",
            "isautomated",
            "planids",
            "buildids",
            "builddefids",
            "branchname",
            "releaseids",
            "releasedefids",
            "releaseenvids",
            "releaseenvdefids",
            "publishcontext",
            "includerundetails",
            "$top",
            "continuationtoken");

    private final AzureCall call;

    RunFilters(AzureCall call) {
        this.call = call;
    }

    /** Returns whether the request asks for the runs of some days. */
    boolean dated() {
        return call.query("minLastUpdatedDate") != null || call.query("maxLastUpdatedDate") != null;
    }

    /** Returns the query for all runs. */
    RunQuery list() {
        refuseOthers(LIST);
        return new RunQuery(
                call.project(),
                null,
                null,
                null,
                null,
                flag("automated"),
                Map.of(
                        RunReference.BUILD,
                        build(),
                        RunReference.PLAN,
                        call.number("planId").map(String::valueOf).stream().toList(),
                        RunReference.OWNER,
                        owner()),
                call.number("$skip", 0),
                call.number("$top", 1000),
                false);
    }

    /** Returns the query for the runs of at most seven days. */
    RunQuery dated(int skip, int top) {
        refuseOthers(QUERY);
        var from = QueryDates.read(required("minLastUpdatedDate"), "minLastUpdatedDate");
        var to = QueryDates.read(required("maxLastUpdatedDate"), "maxLastUpdatedDate");
        if (from.isAfter(to) || Duration.between(from, to).compareTo(WINDOW) > 0) {
            throw refused("minLastUpdatedDate and maxLastUpdatedDate are at most 7 days apart.");
        }
        return new RunQuery(
                call.project(),
                from,
                to,
                call.query("runTitle"),
                state(),
                flag("isAutomated"),
                references(),
                skip,
                top,
                false);
    }

    private Map<RunReference, List<String>> references() {
        var references = new EnumMap<RunReference, List<String>>(RunReference.class);
        references.put(RunReference.PLAN, ids("planIds"));
        references.put(RunReference.BUILD, ids("buildIds"));
        references.put(RunReference.BUILD_DEFINITION, ids("buildDefIds"));
        references.put(RunReference.RELEASE, ids("releaseIds"));
        references.put(RunReference.RELEASE_DEFINITION, ids("releaseDefIds"));
        references.put(RunReference.ENVIRONMENT, ids("releaseEnvIds"));
        references.put(RunReference.ENVIRONMENT_DEFINITION, ids("releaseEnvDefIds"));
        var branch = call.query("branchName");
        references.put(RunReference.BRANCH, branch == null || branch.isEmpty() ? List.of() : List.of(branch));
        references.put(
                RunReference.CONTEXT,
                CONTEXT.one(call.query("publishContext")).filter(context -> !context.equals("all")).stream()
                        .toList());
        return references;
    }

    /** Refuses unknown filters. A service that ignores a filter returns other runs. */
    private void refuseOthers(Set<String> known) {
        if (!call.policy().holds(Assumption.KNOWN_RUN_FILTERS)) {
            return;
        }
        for (var name : call.queryNames()) {
            if (!known.contains(name)) {
                throw refused("This list of test runs has no filter " + name
                        + (QUERY.contains(name)
                                ? " without minLastUpdatedDate and maxLastUpdatedDate."
                                : ": it has " + String.join(", ", new TreeSet<>(known)) + "."));
            }
        }
    }

    private List<String> build() {
        var uri = call.query("buildUri");
        if (uri == null) {
            return List.of();
        }
        if (!uri.matches("(?i)vstfs:///Build/Build/\\d{1,9}")) {
            throw refused("buildUri has the form vstfs:///Build/Build/{buildId}.");
        }
        return List.of(String.valueOf(Integer.parseInt(uri.substring(uri.lastIndexOf('/') + 1))));
    }

    private List<String> owner() {
        var text = call.query("owner");
        if (text == null || text.isBlank()) {
            return List.of();
        }
        if (!text.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw refused("\"" + text + "\" of owner is not the GUID of a user.");
        }
        return List.of(UUID.fromString(text).toString());
    }

    private String required(String name) {
        var text = call.query(name);
        if (text == null) {
            throw new Refusal(400, "ArgumentNullException", "Value cannot be null.\r\nParameter name: " + name);
        }
        return text;
    }

    private @Nullable String state() {
        var text = call.query("state");
        return text == null ? null : ServiceEnum.RUN_STATE.read(text);
    }

    private @Nullable Boolean flag(String name) {
        var text = call.query(name);
        if (text != null && !text.toLowerCase(Locale.ROOT).matches("true|false")) {
            throw refused("The value \"" + text + "\" of " + name + " is not valid.");
        }
        return text == null ? null : Boolean.valueOf(text);
    }

    private List<String> ids(String name) {
        var ids = call.ids(name);
        if (ids.size() > MOST_IDS) {
            throw refused(name + " has at most " + MOST_IDS + " ids.");
        }
        return ids.stream().map(String::valueOf).toList();
    }

    private static Refusal refused(String why) {
        return new Refusal(400, "ArgumentException", why);
    }
}
