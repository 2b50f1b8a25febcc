package dev.attest.standin;

import dev.attest.standin.store.BuildStore.BuildRow;
import java.time.Instant;
import java.util.function.IntFunction;

/** Runs of the same tests in one build after another, some of a side branch. */
final class SampleHistory {

    private static final Instant START = Instant.parse("2026-11-01T03:00:00Z");

    private final StandIn server;
    private final Client client;

    SampleHistory(StandIn server) {
        this.server = server;
        this.client = Client.of(server);
    }

    /** Publishes runs with a test that passed, was retried, and fails at last. Returns the newest run. */
    int publish(int count) {
        var run = 0;
        for (var number = 1; number <= count; number++) {
            var side = number % 7 == 3;
            var failed = number > count - 4 || side && number % 2 == 0;
            var retried = number % 11 == 5;
            run = run(
                    number,
                    side ? "feature/baskets-of-any-size" : "main",
                    test(
                            failed ? "Failed" : "Passed",
                            700 + number * 53 % 900 + (number > count - 9 ? 1400 : 0),
                            retried ? ",'resultGroupType':'rerun','comment':'flaky: failed 3 of 20'" : ""));
        }
        return run;
    }

    /** Publishes a completed run of a build with these results. Returns its id. */
    int run(int number, String branch, String results) {
        server.builds().add(new BuildRow(number, "20261101." + number, 5, "shop", "refs/heads/" + branch));
        var run = client.post(
                        "runs",
                        "{'name':'nightly','automated':true,'state':'InProgress','build':{'id':'" + number
                                + "'},'comment':'Published by Attest from host" + number % 3 + ". attest-run:9f'}")
                .json()
                .get("id")
                .asInt();
        var completed = START.plusSeconds(12L * 3600 * number);
        client.post("runs/" + run + "/results", "[" + results.replace("'at'", "'" + completed + "'") + "]");
        client.patch("runs/" + run, "{'state':'Completed'}");
        return run;
    }

    /** Returns a result in JSON. */
    static String test(String outcome, int millis, String more) {
        return test("shop.CheckoutTest.paysByCard", outcome, millis, more);
    }

    /** Returns a result in JSON. The run completes it. */
    static String test(String name, String outcome, int millis, String more) {
        return "{'testCaseTitle':'" + name.substring(name.lastIndexOf('.') + 1) + "','automatedTestName':'" + name
                + "','automatedTestStorage':'" + name.substring(0, Math.max(0, name.lastIndexOf('.')))
                + "','state':'Completed','outcome':'" + outcome + "','durationInMs':" + millis + ",'completedDate':'at'"
                + more + "}";
    }

    /** Returns results in JSON. */
    static String tests(int count, IntFunction<String> result) {
        var rows = new StringBuilder();
        for (var index = 0; index < count; index++) {
            rows.append(index == 0 ? "" : ",").append(result.apply(index));
        }
        return rows.toString();
    }
}
