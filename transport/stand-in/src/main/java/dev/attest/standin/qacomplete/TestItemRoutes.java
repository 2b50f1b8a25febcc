package dev.attest.standin.qacomplete;

import dev.attest.standin.store.TestItemRow;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.Set;

/** The items of test runs. */
final class TestItemRoutes {

    static final String ITEM = "/testruns/{run}/items/{item}";

    void addTo(QaCompleteApi api) {
        var v2 = Set.of("v2");
        api.documented(HandlerType.GET, v2, "/testruns/{run}/items", Right.READ, "", this::list);
        api.documented(
                HandlerType.GET,
                v2,
                ITEM,
                Right.READ,
                "",
                call -> call.reply(TestItemView.of(call, TestRunRoutes.run(call), item(call))));
        api.documented(HandlerType.PATCH, v2, ITEM, Right.UPDATE, "StatusCode is required.", this::change);
        api.documented(HandlerType.PUT, v2, ITEM, Right.UPDATE, "StatusCode is required.", this::change);
    }

    static TestItemRow item(Call call) {
        var run = TestRunRoutes.run(call);
        return call.store().runs().item(run.id(), call.id("item")).orElseThrow(Refusals::notThere);
    }

    private void list(Call call) {
        var run = TestRunRoutes.run(call);
        var items = call.store().runs().items(run.id());
        if (call.query("Filter") == null) {
            Listing.reply(call, items, item -> TestItemView.of(call, run, item));
        } else {
            Listing.reply(
                    call,
                    items.stream().map(item -> TestItemView.of(call, run, item)).toList());
        }
    }

    private void change(Call call) throws IOException {
        var item = item(call);
        var change = ItemChange.in(call);
        var changed = call.store()
                .runs()
                .change(item.runId(), item.id(), change::applyTo)
                .orElseThrow(Refusals::notThere);
        call.reply(TestItemView.of(call, TestRunRoutes.run(call), changed));
    }
}
