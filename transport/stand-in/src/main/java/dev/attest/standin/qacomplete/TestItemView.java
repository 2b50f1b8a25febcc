package dev.attest.standin.qacomplete;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.store.FileBytes;
import dev.attest.standin.store.TestItemRow;
import dev.attest.standin.store.TestRunRow;

/** An item of a test run as the API shows it. */
final class TestItemView {

    private TestItemView() {}

    static ObjectNode of(Call call, TestRunRow run, TestItemRow item) {
        var view = Documents.object().put("id", item.id());
        view.setAll(Documents.stored(item.document()));
        view.put("project_id", run.project())
                .put("test_run_id", run.id())
                .put("sequence_number", item.sequence())
                .put("status_code", item.status())
                .put("run_time_formated", Stamps.clock(view.path("run_time").asInt()))
                .put("test_run_started", Stamps.of(run.startedAt()))
                .put(
                        "status_updated_by_user_name",
                        call.users().name(view.path("status_updated_by").asInt()))
                .put("file_report", fileName(call, item, OutputRoutes.REPORT))
                .put("file_log", fileName(call, item, OutputRoutes.LOG));
        view.path("test_run_results")
                .forEach(step ->
                        ((ObjectNode) step).put("test_run_item_id", item.id()).put("project_id", run.project()));
        return view;
    }

    private static String fileName(Call call, TestItemRow item, String kind) {
        return call.store()
                .outputs()
                .find(item.id(), kind)
                .map(FileBytes::fileName)
                .orElse("");
    }
}
