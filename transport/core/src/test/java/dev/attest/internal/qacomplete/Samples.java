package dev.attest.internal.qacomplete;

import dev.attest.AttachmentType;
import dev.attest.When;
import dev.attest.internal.config.NetworkSettings;
import dev.attest.internal.config.QaCompleteSettings;
import dev.attest.internal.config.setting.ResourceVersions;
import dev.attest.internal.config.setting.Secret;
import dev.attest.internal.config.setting.StatusNames;
import dev.attest.internal.destination.AttachedContent;
import dev.attest.internal.http.Http;
import dev.attest.internal.http.HttpSettings;
import dev.attest.internal.http.Origin;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Content;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.spi.Failure;
import dev.attest.spi.Links;
import dev.attest.spi.Outcome;
import dev.attest.spi.ReportName;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What tests of this package send, and what a service answers. */
final class Samples {

    static final String PASSWORD = "p@ssword";
    static final Instant START = Instant.parse("2026-11-21T08:00:00Z");
    static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    static final String ITEMS = list("""
            {"id":11,"test_id":"71","test_name":"Adds a book","status_code":"Awaiting Run",
             "test_run_results":[{"id":501,"seq":1},{"id":"502","seq":2}]},
            {"id":"12","test_id":72,"test_name":"shop.CartTest.removes","status_code":"Awaiting Run","test_run_results":[]},
            {"id":13,"test_id":73,"test_name":"Twice","status_code":"Awaiting Run"},
            {"id":14,"test_id":74,"test_name":"Twice","status_code":"Awaiting Run"}""", 4);

    private Samples() {}

    static QaCompleteDestination destination(Origin origin) {
        return destination(origin, "", When.NEVER, Map.of());
    }

    static QaCompleteDestination destination(
            Origin origin, String customField, When files, Map<String, List<Integer>> mapping) {
        QaCompleteSettings settings = new QaCompleteSettings(
                origin.uri("/rest-api/service"),
                "3",
                "john@example.com",
                new Secret(PASSWORD),
                "7",
                "5",
                "",
                mapping,
                customField,
                StatusNames.DEFAULT,
                files,
                ResourceVersions.DEFAULT,
                new NetworkSettings(new Secret(""), List.of(), ""));
        Http http = new Http(new HttpSettings(3, Map.of(), "", List.of(), ""));
        return new QaCompleteDestination(settings, http, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** Returns a list as the service has them. */
    static String list(String results, int total) {
        return """
                {"metadata":{"result_set":{"count":%d,"offset":0,"limit":100,"total":%d},"permissions":{"acl":7}},"results":[%s]}""".formatted(total, total, results);
    }

    static Run run(String mark) {
        return new Run("9f3c2a", "Shop tests", START, "host7", null).marked(mark);
    }

    static TestDescription test(String method, String title, Integer... ids) {
        return new TestDescription(
                new TestId("junit-jupiter", "shop.CartTest", method + "()", ""),
                title,
                List.of(),
                new ReportName("shop.CartTest", method),
                new Links(List.of(), List.of(), List.of(ids)));
    }

    static Result passed(TestDescription test) {
        return result(test, 1, Outcome.PASSED, null);
    }

    static Result failed(TestDescription test, int attempt, String message) {
        return result(test, attempt, Outcome.FAILED, new Failure(message, "java.lang.AssertionError: " + message));
    }

    static Result result(TestDescription test, int attempt, Outcome outcome, @Nullable Failure failure) {
        return new Result(1, attempt, test, outcome, START, Duration.ofMillis(1512), failure, "");
    }

    static AttachedContent evidence(int number, String fileName, AttachmentType type, byte[] bytes) {
        Content content = new Content() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
        return new AttachedContent(
                new Attachment(number, 1, 1, fileName, type, "ab12cd34".repeat(8), bytes.length), content);
    }

    static AttachedContent evidence(String fileName, String text) {
        return evidence(7, fileName, AttachmentType.GENERAL_ATTACHMENT, text.getBytes(StandardCharsets.UTF_8));
    }
}
