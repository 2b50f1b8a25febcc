package dev.attest.standin.qacomplete;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.qacomplete.Users.Right;
import dev.attest.standin.store.QaCompleteRunStore.TestItemRow;
import dev.attest.standin.store.QaCompleteRunStore.TestRunRow;
import dev.attest.standin.store.ReceivedFile;
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
                call -> call.reply(view(call, TestRunRoutes.run(call), item(call))));
        api.documented(HandlerType.PATCH, v2, ITEM, Right.UPDATE, "StatusCode is required.", this::change);
        api.documented(HandlerType.PUT, v2, ITEM, Right.UPDATE, "StatusCode is required.", this::change);
    }

    static TestItemRow item(QaCompleteCall call) {
        var run = TestRunRoutes.run(call);
        return call.store().runs().item(run.id(), call.id("item")).orElseThrow(QaCompleteErrors::notFound);
    }

    private void list(QaCompleteCall call) {
        var run = TestRunRoutes.run(call);
        var items = call.store().runs().items(run.id());
        if (call.query("Filter") == null) {
            ListReply.reply(call, items, item -> view(call, run, item));
        } else {
            ListReply.reply(
                    call, items.stream().map(item -> view(call, run, item)).toList());
        }
    }

    private void change(QaCompleteCall call) throws IOException {
        var item = item(call);
        var change = TestItemUpdate.in(call);
        var changed = call.store()
                .runs()
                .change(item.runId(), item.id(), change::applyTo)
                .orElseThrow(QaCompleteErrors::notFound);
        call.reply(view(call, TestRunRoutes.run(call), changed));
    }

    static ObjectNode view(QaCompleteCall call, TestRunRow run, TestItemRow item) {
        var view = QaCompleteJson.object().put("id", item.id());
        view.setAll(QaCompleteJson.stored(item.document()));
        view.put("project_id", run.project())
                .put("test_run_id", run.id())
                .put("sequence_number", item.sequence())
                .put("status_code", item.status())
                .put(
                        "run_time_formated",
                        QaCompleteDates.clock(view.path("run_time").asInt()))
                .put("test_run_started", QaCompleteDates.of(run.startedAt()))
                .put(
                        "status_updated_by_user_name",
                        call.users().name(view.path("status_updated_by").asInt()))
                .put("file_report", fileName(call, item, ItemOutputRoutes.REPORT))
                .put("file_log", fileName(call, item, ItemOutputRoutes.LOG));
        view.path("test_run_results")
                .forEach(step ->
                        ((ObjectNode) step).put("test_run_item_id", item.id()).put("project_id", run.project()));
        return view;
    }

    private static String fileName(QaCompleteCall call, TestItemRow item, String kind) {
        return call.store()
                .outputs()
                .find(item.id(), kind)
                .map(ReceivedFile::fileName)
                .orElse("");
    }
}
