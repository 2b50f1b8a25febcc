package dev.attest.standin.azure.workitems;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.AzureCall;
import dev.attest.standin.azure.rest.AzureDates;
import dev.attest.standin.azure.rest.AzureRoutes;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.azure.rest.Projects;
import dev.attest.standin.azure.wiql.WiqlException;
import dev.attest.standin.azure.wiql.WiqlMacros;
import dev.attest.standin.azure.wiql.WiqlQuery;
import dev.attest.standin.rules.ApiResource;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.Store;
import dev.attest.standin.store.WorkItemStore.WorkItemRow;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;

/** Queries in WIQL. */
final class WiqlRoutes {

    private static final int MOST = 20_000;

    private final Store store;

    WiqlRoutes(Store store) {
        this.store = store;
    }

    void addTo(AzureRoutes routes) {
        for (var base : AzureRoutes.BASES) {
            routes.add(
                    HandlerType.POST,
                    base + "/_apis/wit/wiql",
                    ApiResource.WIQL,
                    "Flat queries with comparisons, CONTAINS, IN, UNDER, AND, OR and NOT; CONTAINS takes whole tags. Dates"
                            + " are compared by day, and the day of @today is one in UTC.",
                    this::query);
        }
    }

    private void query(AzureCall call) throws IOException {
        var wiql = parse(call);
        var names = new WorkItemFields(store.workItems().fields(), call.policy().holds(Assumption.KNOWN_FIELDS));
        wiql.fields().forEach(names::named);
        var view = new WorkItemView(call);
        var values = Json.array();
        store.workItems().all().stream()
                .map(row -> new QueriedItem(row, view.fields(row)))
                .filter(item -> wiql.where().holds(item::text))
                .sorted(order(wiql))
                .limit(call.number("$top", MOST))
                .forEach(item ->
                        values.add(Json.object().put("id", item.row.id()).put("url", view.url(item.row))));
        var reply = Json.object().put("queryType", "flat").put("queryResultType", "workItem");
        reply.put("asOf", AzureDates.write(Instant.now()));
        var columns = reply.putArray("columns");
        wiql.columns().forEach(name -> columns.add(column(call, names.named(name))));
        reply.set("workItems", values);
        call.reply(reply);
    }

    private static WiqlQuery parse(AzureCall call) throws IOException {
        var text = Json.text(call.object("wiql"), "query");
        try {
            return WiqlQuery.parse(text == null ? "" : text, macros(call));
        } catch (WiqlException e) {
            throw new Refusal(400, "SyntaxException", "TF51006: The query statement is wrong. " + e.getMessage());
        }
    }

    private static WiqlMacros macros(AzureCall call) {
        var me = Projects.user(call.collection()).path("displayName").asText();
        return new WiqlMacros(call.hasProject() ? call.project() : "", me, LocalDate.now(ZoneOffset.UTC));
    }

    private static Comparator<QueriedItem> order(WiqlQuery wiql) {
        Comparator<QueriedItem> order = Comparator.comparing(item -> 0);
        for (var by : wiql.order()) {
            Comparator<QueriedItem> next = Comparator.comparing(item -> item.text(by.field()), WiqlQuery::compare);
            order = order.thenComparing(by.descending() ? next.reversed() : next);
        }
        return order;
    }

    private static ObjectNode column(AzureCall call, String name) {
        return Json.object()
                .put("referenceName", name)
                .put("name", name.substring(name.lastIndexOf('.') + 1))
                .put("url", call.collection() + "/_apis/wit/fields/" + name);
    }

    private record QueriedItem(WorkItemRow row, ObjectNode fields) {

        String text(String name) {
            var value = Json.field(fields, name);
            if (value == null) {
                return "";
            }
            return value.isObject() ? value.path("displayName").asText() : value.asText();
        }
    }
}
