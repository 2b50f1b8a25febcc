package dev.attest.standin.qacomplete;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.store.TestItemRow;
import dev.attest.standin.store.TestRunRow;
import java.util.List;

/** A test run as the API shows it: what was asked for, and what follows from its items. */
final class TestRunView {

    private TestRunView() {}

    static Tally tally(Call call, TestRunRow run) {
        return Tally.of(call.store().runs().items(run.id()).stream()
                .map(TestItemRow::status)
                .toList());
    }

    static ObjectNode of(Call call, TestRunRow run) {
        var items = call.store().runs().items(run.id());
        var tally = Tally.of(items.stream().map(TestItemRow::status).toList());
        var seconds = items.stream()
                .mapToInt(item ->
                        Documents.stored(item.document()).path("run_time").asInt())
                .sum();
        var view = Documents.object().put("id", run.id());
        view.setAll(Documents.stored(run.document()));
        view.remove(List.of("test_id", "run_by_host_id"));
        view.put("project_id", run.project())
                .put("status_code", tally.status())
                .put("date_started", Stamps.of(run.startedAt()))
                .put("date_finished", Stamps.of(tally.open() ? null : run.changedAt()))
                .put("nbr_tests", tally.tests())
                .put("nbr_passed", tally.passed())
                .put("nbr_failed", tally.failed())
                .put("nbr_blocked", tally.blocked())
                .put("nbr_awaiting_run", tally.awaiting())
                .put("run_time", seconds)
                .put("run_time_formated", Stamps.clock(seconds))
                .put("schedule_id", "0");
        return view;
    }
}
