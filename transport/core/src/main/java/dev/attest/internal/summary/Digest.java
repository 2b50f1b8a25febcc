package dev.attest.internal.summary;

import dev.attest.internal.destination.RowReview;
import dev.attest.internal.history.Judgement;
import dev.attest.internal.history.Judgement.Kind;
import dev.attest.internal.json.Json;
import dev.attest.internal.json.JsonText;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.json.MalformedJsonException;
import dev.attest.spi.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one JVM leaves for the summary of its build. It outlives the journal of the JVM.
 *
 * <pre>
 * {"passed":12,"failed":1,...,"began":1764568800000,"ended":1764568812000,
 *  "broken":[{"title":"Cart › adds()","outcome":"FAILED","attempts":1,"millis":12,"message":"expected: 2",
 *    "file":"cart/src/test/java/com/shop/CartTest.java","line":12,"page":"https://...",
 *    "kind":"NEW","history":"new","picture":"https://...","bugs":["https://..."]}],
 *  "retriedTests":[...],"slowest":[...],"runs":["https://..."],"remarks":["..."],"covered":{"shop.ui.*":3}}</pre>
 *
 * @param began start of the first test in milliseconds since 1970; 0 if there was none
 * @param ended end of the last one
 * @param broken tests that neither passed nor were skipped on purpose, the first hundred
 * @param retried tests that passed after a failure, the first hundred
 * @param slowest the slowest ten, the slowest first
 * @param runs addresses of its runs at the services
 * @param remarks sentences on what waits or was refused
 * @param covered the entries of a quarantine file that cover tests of the JVM, with the number of runs in a row, this
 *     one included, in which all these tests have passed
 */
public record Digest(
        Counts counts,
        long began,
        long ended,
        List<NamedTest> broken,
        List<NamedTest> retried,
        List<NamedTest> slowest,
        List<String> runs,
        List<String> remarks,
        Map<String, Integer> covered) {

    public Digest {
        covered = Map.copyOf(covered);
        runs = List.copyOf(runs);
        remarks = List.copyOf(remarks);
        broken = List.copyOf(broken);
        retried = List.copyOf(retried);
        slowest = List.copyOf(slowest);
    }

    /** Returns the text that {@link #of} reads. */
    String text() {
        JsonText text = new JsonText()
                .object()
                .member("passed", counts.passed())
                .member("failed", counts.failed())
                .member("skipped", counts.skipped())
                .member("notStarted", counts.notStarted())
                .member("aborted", counts.aborted())
                .member("retried", counts.retried())
                .member("quarantined", counts.quarantined())
                .member("began", began)
                .member("ended", ended);
        write(text, "broken", broken);
        write(text, "retriedTests", retried);
        write(text, "slowest", slowest);
        writeTexts(text, "runs", runs);
        writeTexts(text, "remarks", remarks);
        text.object("covered");
        for (Map.Entry<String, Integer> entry : covered.entrySet()) {
            text.entry(entry.getKey(), entry.getValue());
        }
        text.endObject();
        return text.endObject().toString();
    }

    private static void writeTexts(JsonText text, String name, List<String> texts) {
        text.array(name);
        for (String each : texts) {
            text.element(each);
        }
        text.endArray();
    }

    private static void write(JsonText text, String name, List<NamedTest> tests) {
        text.array(name);
        for (NamedTest test : tests) {
            text.object()
                    .member("title", test.title())
                    .member("outcome", test.outcome().name())
                    .member("attempts", test.attempts())
                    .member("millis", test.millis())
                    .member("message", test.message())
                    .member("file", test.file())
                    .member("line", test.line())
                    .member("page", test.page());
            write(text, test.review());
            text.endObject();
        }
        text.endArray();
    }

    private static void write(JsonText text, RowReview review) {
        if (!review.isEmpty()) {
            text.member("kind", review.judgement().kind().name())
                    .member("history", review.judgement().words())
                    .member("picture", review.picture());
            writeTexts(text, "bugs", review.bugs());
        }
    }

    private static RowReview review(JsonValue item) {
        return item.text("kind").isEmpty()
                ? RowReview.NONE
                : new RowReview(
                        new Judgement(Kind.valueOf(item.text("kind")), item.text("history"), 0),
                        item.text("picture"),
                        texts(item.get("bugs")));
    }

    static Digest of(String text) throws MalformedJsonException {
        JsonValue read = Json.read(text);
        try {
            return new Digest(
                    new Counts(
                            number(read, "passed"),
                            number(read, "failed"),
                            number(read, "skipped"),
                            number(read, "notStarted"),
                            number(read, "aborted"),
                            number(read, "retried"),
                            number(read, "quarantined")),
                    Long.parseLong(read.text("began")),
                    Long.parseLong(read.text("ended")),
                    tests(read.get("broken")),
                    tests(read.get("retriedTests")),
                    tests(read.get("slowest")),
                    texts(read.get("runs")),
                    texts(read.get("remarks")),
                    numbers(read.get("covered")));
        } catch (IllegalArgumentException e) {
            throw new MalformedJsonException("no digest: " + e.getMessage(), e);
        }
    }

    private static Map<String, Integer> numbers(JsonValue object) {
        Map<String, Integer> numbers = new HashMap<>();
        for (String name : object.names()) {
            numbers.put(name, number(object, name));
        }
        return numbers;
    }

    private static List<String> texts(JsonValue array) {
        List<String> texts = new ArrayList<>();
        for (JsonValue item : array.items()) {
            item.text().ifPresent(texts::add);
        }
        return texts;
    }

    private static List<NamedTest> tests(JsonValue array) {
        List<NamedTest> tests = new ArrayList<>();
        for (JsonValue item : array.items()) {
            tests.add(new NamedTest(
                    item.text("title"),
                    Outcome.valueOf(item.text("outcome")),
                    number(item, "attempts"),
                    Long.parseLong(item.text("millis")),
                    item.text("message"),
                    item.text("file"),
                    number(item, "line"),
                    item.text("page"),
                    review(item)));
        }
        return tests;
    }

    private static int number(JsonValue of, String name) {
        return of.get(name).number().orElse(0);
    }
}
