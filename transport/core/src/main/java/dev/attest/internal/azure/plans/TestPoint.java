package dev.attest.internal.azure.plans;

import dev.attest.internal.json.JsonValue;
import dev.attest.internal.rest.Reply;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A test case in a suite with a configuration: what has an outcome in a test plan. The service has two ways to write
 * it:
 *
 * <pre>
 * {"id":2,"testCase":{"id":"7"},"configuration":{"id":"3","name":"Windows"},"suite":{"id":"6"},"testPlan":{"id":"5"},
 *  "url":"https://.../_apis/test/Plans/5/Suites/6/Points/2"}
 * {"id":2,"testCaseReference":{"id":7,"name":"adds"},"configuration":{"id":3,"name":"Windows"},"testSuite":{"id":6},
 *  "testPlan":{"id":5}}</pre>
 *
 * <p>The first may lack suite and plan, which its address tells.
 *
 * @param id its id
 * @param testCase id of its test case
 * @param plan id of its plan; empty where that is not told
 * @param suite id of its suite; empty where that is not told
 * @param configuration id of its configuration; empty where that is not told
 * @param configurationName name of its configuration; may be empty
 */
record TestPoint(String id, int testCase, String plan, String suite, String configuration, String configurationName) {

    private static final Pattern ADDRESS = Pattern.compile("/plans/(\\d+)/suites/(\\d+)/", Pattern.CASE_INSENSITIVE);

    /** Returns the point that this is, if it is one. */
    static Optional<TestPoint> of(JsonValue json) {
        Optional<String> testCase = Reply.id(json.get("testCase")).or(() -> Reply.id(json.get("testCaseReference")));
        Matcher address = ADDRESS.matcher(json.get("url").text().orElse(""));
        boolean told = address.find();
        return Reply.id(json)
                .flatMap(id -> testCase.filter(text -> text.length() < 10)
                        .map(text -> new TestPoint(
                                id,
                                Integer.parseInt(text),
                                Reply.id(json.get("testPlan")).orElse(told ? address.group(1) : ""),
                                Reply.id(json.get("suite"))
                                        .or(() -> Reply.id(json.get("testSuite")))
                                        .orElse(told ? address.group(2) : ""),
                                Reply.id(json.get("configuration")).orElse(""),
                                json.get("configuration").get("name").text().orElse(""))));
    }

    /** Returns whether it is of the plan; one that tells none is taken for one of the plan that was asked for. */
    boolean isOf(int plan) {
        return this.plan.isEmpty() || this.plan.equals(String.valueOf(plan));
    }

    /** @param idOrName of a configuration, in any case; empty for any configuration */
    boolean isWith(String idOrName) {
        return idOrName.isEmpty() || configuration.equals(idOrName) || configurationName.equalsIgnoreCase(idOrName);
    }

    /** Returns where it is, for people. */
    String shown() {
        return "suite " + suite + (configurationName.isEmpty() ? "" : ", " + configurationName);
    }
}
