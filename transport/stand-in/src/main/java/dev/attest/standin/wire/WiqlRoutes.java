package dev.attest.standin.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.rules.Resource;
import dev.attest.standin.store.Store;
import dev.attest.standin.store.WorkItemRow;
import dev.attest.standin.wiql.Wiql;
import dev.attest.standin.wiql.WiqlException;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;

/** Queries for work items. */
final class WiqlRoutes {

    private static final int MOST = 20_000;

    private final Store store;

    WiqlRoutes(Store store) {
        this.store = store;
    }

    void addTo(AzureApi api) {
        for (var base : AzureApi.BASES) {
            api.documented(
                    HandlerType.POST,
                    base + "/_apis/wit/wiql",
                    Resource.WIQL,
                    "Flat queries with comparisons, CONTAINS, IN, UNDER, AND, OR and NOT; CONTAINS takes whole tags.",
                    this::query);
        }
    }

    private void query(Call call) throws IOException {
        var wiql = parse(call);
        var names = new WorkItemFields(store.workItems().fields(), call.policy().holds(Assumption.KNOWN_FIELDS));
        wiql.fields().forEach(names::named);
        var view = new WorkItemView(call);
        var values = Json.array();
        store.workItems().all().stream()
                .map(row -> new Item(row, view.fields(row)))
                .filter(item -> wiql.where().holds(item::text))
                .sorted(order(wiql))
                .limit(call.number("$top", MOST))
                .forEach(item ->
                        values.add(Json.object().put("id", item.row.id()).put("url", view.url(item.row))));
        var reply = Json.object().put("queryType", "flat").put("queryResultType", "workItem");
        reply.put("asOf", Dates.write(Instant.now()));
        var columns = reply.putArray("columns");
        wiql.columns().forEach(name -> columns.add(column(call, names.named(name))));
        reply.set("workItems", values);
        call.reply(reply);
    }

    private static Wiql parse(Call call) throws IOException {
        var text = Json.text(call.object("wiql"), "query");
        try {
            return Wiql.parse(text == null ? "" : text, call.hasProject() ? call.project() : "");
        } catch (WiqlException e) {
            throw new Refusal(400, "SyntaxException", "TF51006: The query statement is wrong. " + e.getMessage());
        }
    }

    private static Comparator<Item> order(Wiql wiql) {
        Comparator<Item> order = Comparator.comparing(item -> 0);
        for (var by : wiql.order()) {
            Comparator<Item> next = Comparator.comparing(item -> item.text(by.field()), Wiql::compare);
            order = order.thenComparing(by.descending() ? next.reversed() : next);
        }
        return order;
    }

    private static ObjectNode column(Call call, String name) {
        return Json.object()
                .put("referenceName", name)
                .put("name", name.substring(name.lastIndexOf('.') + 1))
                .put("url", call.collection() + "/_apis/wit/fields/" + name);
    }

    private record Item(WorkItemRow row, ObjectNode fields) {

        String text(String name) {
            var value = Json.field(fields, name);
            if (value == null) {
                return "";
            }
            return value.isObject() ? value.path("displayName").asText() : value.asText();
        }
    }
}
