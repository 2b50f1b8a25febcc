package dev.attest.standin.qacomplete;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.qacomplete.Users.Right;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.store.QaCompleteRunStore.TestItemRow;
import dev.attest.standin.store.QaCompleteRunStore.TestRunRow;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Test runs. No request sets their status, which is computed from their items. */
final class TestRunRoutes {

    void addTo(QaCompleteApi api) {
        var v2 = Set.of("v2");
        api.documented(
                HandlerType.POST,
                v2,
                "/testruns",
                Right.ADD,
                "Adds an item for each test. With RunByHostId a real service runs them on that host.",
                this::add);
        api.documented(
                HandlerType.GET, v2, "/testruns", Right.READ, "Assumed: the oldest runs come first.", this::list);
        api.documented(
                HandlerType.GET,
                v2,
                "/testruns/{run}",
                Right.READ,
                "Assumed: how the status is computed, and that dates are UTC.",
                call -> call.reply(view(call, run(call))));
        api.documented(HandlerType.DELETE, v2, "/testruns/{run}", Right.DELETE, "", this::delete);
        api.documented(HandlerType.POST, v2, "/testruns/{run}/restart", Right.ADD, "Adds another run.", this::restart);
    }

    static TestRunRow run(QaCompleteCall call) {
        return call.store()
                .runs()
                .find(call.id("run"))
                .filter(run -> run.project() == call.project())
                .orElseThrow(QaCompleteErrors::notFound);
    }

    private void add(QaCompleteCall call) throws IOException {
        var request = TestRunRequest.in(call);
        var document = request.document();
        var open = request.forced() ? null : TestRunRequest.open(call, document).orElse(null);
        if (open == null) {
            reply(call, TestRunRequest.add(call, document));
        } else if (call.holds(Assumption.QAC_OPEN_RUN_REFUSES)) {
            throw QaCompleteErrors.invalid(
                    "Test run " + open.id() + " is in progress; ForceNewRunCreation adds another.");
        } else {
            reply(call, open);
        }
    }

    private static void reply(QaCompleteCall call, TestRunRow run) {
        call.reply(view(call, run));
    }

    private void list(QaCompleteCall call) {
        if (call.query("Filter") == null) {
            ListReply.reply(call, call.store().runs().of(call.project()), run -> view(call, run));
        } else {
            ListReply.reply(
                    call,
                    call.store().runs().of(call.project()).stream()
                            .map(run -> view(call, run))
                            .toList());
        }
    }

    private void delete(QaCompleteCall call) throws IOException {
        var run = run(call);
        var outputs = call.store().outputs().under(run.id());
        call.store().runs().delete(run.id());
        call.store().outputs().deleteBytes(outputs);
        call.replyNothing();
    }

    private void restart(QaCompleteCall call) {
        ObjectNode document = QaCompleteJson.stored(run(call).document());
        document.put("run_by_user_id", call.user().id())
                .put("run_by_user_name", call.user().name());
        reply(call, TestRunRequest.add(call, document));
    }

    static ItemCounts counts(QaCompleteCall call, TestRunRow run) {
        return ItemCounts.of(call.store().runs().items(run.id()).stream()
                .map(TestItemRow::status)
                .toList());
    }

    private static ObjectNode view(QaCompleteCall call, TestRunRow run) {
        var items = call.store().runs().items(run.id());
        var counts = ItemCounts.of(items.stream().map(TestItemRow::status).toList());
        var seconds = items.stream()
                .mapToInt(item ->
                        QaCompleteJson.stored(item.document()).path("run_time").asInt())
                .sum();
        var view = QaCompleteJson.object().put("id", run.id());
        view.setAll(QaCompleteJson.stored(run.document()));
        view.remove(List.of("test_id", "run_by_host_id"));
        view.put("project_id", run.project())
                .put("status_code", counts.status())
                .put("date_started", QaCompleteDates.of(run.startedAt()))
                .put("date_finished", QaCompleteDates.of(counts.open() ? null : run.changedAt()))
                .put("nbr_tests", counts.tests())
                .put("nbr_passed", counts.passed())
                .put("nbr_failed", counts.failed())
                .put("nbr_blocked", counts.blocked())
                .put("nbr_awaiting_run", counts.awaiting())
                .put("run_time", seconds)
                .put("run_time_formated", QaCompleteDates.clock(seconds))
                .put("schedule_id", "0");
        return view;
    }
}
