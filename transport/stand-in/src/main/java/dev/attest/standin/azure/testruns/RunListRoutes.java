package dev.attest.standin.azure.testruns;

import dev.attest.standin.azure.rest.AzureCall;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.store.RunStore.RunRow;
import dev.attest.standin.store.Store;
import java.util.List;

/** The two lists of runs at one URL: all runs, or the runs of at most seven days. */
final class RunListRoutes {

    private static final int PAGE = 100;

    private final Store store;

    RunListRoutes(Store store) {
        this.store = store;
    }

    void answer(AzureCall call) {
        var filters = new RunFilters(call);
        if (filters.dated()) {
            query(call, filters);
        } else {
            reply(call, store.runs().list(filters.list()), call.flag("includeRunDetails"));
        }
    }

    private void query(AzureCall call, RunFilters filters) {
        var top = Math.min(PAGE, call.number("$top", PAGE));
        var skip = call.number("continuationToken", 0);
        var found = store.runs().list(filters.dated(skip, top + 1));
        if (found.size() > top) {
            call.raw().header("x-ms-continuationtoken", String.valueOf(skip + top));
        }
        reply(call, found.subList(0, Math.min(top, found.size())), true);
    }

    private void reply(AzureCall call, List<RunRow> rows, boolean details) {
        var view = new RunView(call);
        var values = Json.array();
        for (var row : rows) {
            values.add(details ? view.full(row, store.runs().counts(row.id())) : view.shallow(row));
        }
        call.reply(Json.list(values));
    }
}
