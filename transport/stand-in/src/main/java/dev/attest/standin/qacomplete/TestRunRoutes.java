package dev.attest.standin.qacomplete;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.store.TestRunRow;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.Set;

/** Test runs. They are never finished by a request: their status follows from their items. */
final class TestRunRoutes {

    void addTo(QaCompleteApi api) {
        var v2 = Set.of("v2");
        api.documented(
                HandlerType.POST,
                v2,
                "/testruns",
                Right.ADD,
                "Adds an item for each test. RunByHostId makes a real service run them on that host.",
                this::add);
        api.documented(
                HandlerType.GET, v2, "/testruns", Right.READ, "That the oldest come first is assumed.", this::list);
        api.documented(
                HandlerType.GET,
                v2,
                "/testruns/{run}",
                Right.READ,
                "Which status follows from its items is assumed, and that dates are UTC.",
                call -> call.reply(TestRunView.of(call, run(call))));
        api.documented(HandlerType.DELETE, v2, "/testruns/{run}", Right.DELETE, "", this::delete);
        api.documented(HandlerType.POST, v2, "/testruns/{run}/restart", Right.ADD, "Adds another run.", this::restart);
    }

    static TestRunRow run(Call call) {
        return call.store()
                .runs()
                .find(call.id("run"))
                .filter(run -> run.project() == call.project())
                .orElseThrow(Refusals::notThere);
    }

    private void add(Call call) throws IOException {
        var request = NewTestRun.in(call);
        var document = request.document();
        var open = request.forced() ? null : NewTestRun.open(call, document).orElse(null);
        if (open == null) {
            reply(call, NewTestRun.add(call, document));
        } else if (call.holds(Assumption.QAC_OPEN_RUN_REFUSES)) {
            throw Refusals.bad("Test run " + open.id() + " is in progress; ForceNewRunCreation adds another.");
        } else {
            reply(call, open);
        }
    }

    private static void reply(Call call, TestRunRow run) {
        call.reply(TestRunView.of(call, run));
    }

    private void list(Call call) {
        if (call.query("Filter") == null) {
            Listing.reply(call, call.store().runs().of(call.project()), run -> TestRunView.of(call, run));
        } else {
            Listing.reply(
                    call,
                    call.store().runs().of(call.project()).stream()
                            .map(run -> TestRunView.of(call, run))
                            .toList());
        }
    }

    private void delete(Call call) throws IOException {
        var run = run(call);
        var outputs = call.store().outputs().under(run.id());
        call.store().runs().delete(run.id());
        call.store().outputs().deleteBytes(outputs);
        call.replyNothing();
    }

    private void restart(Call call) {
        ObjectNode document = Documents.stored(run(call).document());
        document.put("run_by_user_id", call.user().id())
                .put("run_by_user_name", call.user().name());
        reply(call, NewTestRun.add(call, document));
    }
}
