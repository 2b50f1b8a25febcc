package dev.attest.internal.azure.plans;

import dev.attest.internal.json.JsonValue;
import dev.attest.internal.rest.Reply;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A test case in a suite with a configuration, which has an outcome in a test plan. The service has two forms of it:
 *
 * <pre>
 * {"id":2,"testCase":{"id":"7"},"configuration":{"id":"3","name":"Windows"},"suite":{"id":"6"},"testPlan":{"id":"5"},
 *  "url":"https://.../_apis/test/Plans/5/Suites/6/Points/2"}
 * {"id":2,"testCaseReference":{"id":7,"name":"adds"},"configuration":{"id":3,"name":"Windows"},"testSuite":{"id":6},
 *  "testPlan":{"id":5}}</pre>
 *
 * <p>The first form may lack suite and plan. They are then read from its URL.
 *
 * @param plan id of the plan; empty if the service does not tell it
 * @param suite id of the suite; empty if the service does not tell it
 * @param configuration id of the configuration; empty if the service does not tell it
 * @param configurationName may be empty
 */
record TestPoint(String id, int testCase, String plan, String suite, String configuration, String configurationName) {

    private static final Pattern ADDRESS = Pattern.compile("/plans/(\\d+)/suites/(\\d+)/", Pattern.CASE_INSENSITIVE);

    /** Returns the point, or nothing if the JSON does not describe one. */
    static Optional<TestPoint> of(JsonValue json) {
        Optional<String> testCase = Reply.id(json.get("testCase")).or(() -> Reply.id(json.get("testCaseReference")));
        Matcher address = ADDRESS.matcher(json.get("url").text().orElse(""));
        boolean hasUrl = address.find();
        return Reply.id(json)
                .flatMap(id -> testCase.filter(text -> text.length() < 10)
                        .map(text -> new TestPoint(
                                id,
                                Integer.parseInt(text),
                                Reply.id(json.get("testPlan")).orElse(hasUrl ? address.group(1) : ""),
                                Reply.id(json.get("suite"))
                                        .or(() -> Reply.id(json.get("testSuite")))
                                        .orElse(hasUrl ? address.group(2) : ""),
                                Reply.id(json.get("configuration")).orElse(""),
                                json.get("configuration").get("name").text().orElse(""))));
    }

    /** Returns whether the point belongs to the plan. A point without a plan belongs to the requested one. */
    boolean isOf(int plan) {
        return this.plan.isEmpty() || this.plan.equals(String.valueOf(plan));
    }

    /** @param idOrName of a configuration, ignoring case; empty for any configuration */
    boolean isWith(String idOrName) {
        return idOrName.isEmpty() || configuration.equals(idOrName) || configurationName.equalsIgnoreCase(idOrName);
    }

    /** Returns suite and configuration, for messages. */
    String shown() {
        return "suite " + suite + (configurationName.isEmpty() ? "" : ", " + configurationName);
    }
}
