package dev.attest.internal.qacomplete;

import dev.attest.internal.destination.AttachedContent;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.http.Origin;
import dev.attest.internal.journal.event.AttachmentTarget;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What each kind of refusal means. */
class RepliesTest {

    private final Origin origin = new Origin();
    private final QaCompleteDestination qaComplete = Samples.destination(origin);

    @AfterEach
    void closeBoth() {
        qaComplete.close();
        origin.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Access is denied",
                "{\"ResponseStatus\":{\"ErrorCode\":\"UnauthorizedAccessException\",\"Message\":\"Access is denied\"}}",
                "{\"response_status\":{\"error_code\":\"X\",\"message\":\"Access is denied\"}}",
                "{\"message\":\"Access is denied\"}"
            })
    void waitsForAPersonWhenTheProjectIsDenied(String body) {
        origin.answerAs(403, body.startsWith("{") ? "application/json" : "text/plain", body);

        assertThat(create()).isInstanceOfSatisfying(Retry.class, deferred -> {
            assertThat(deferred.needsAttention()).isTrue();
            assertThat(deferred.possiblyApplied()).isFalse();
            assertThat(deferred.reason())
                    .contains("create the test run", "403 \"Access is denied\"", "attest.qacomplete.project");
        });
    }

    @Test
    void namesTheLoginWhenItIsRefusedAndNeverShowsIt() {
        origin.answerAs(401, "text/plain", "No user am9obkBleGFtcGxlLmNvbTpwQHNzd29yZA== with p@ssword");

        assertThat(create()).isInstanceOfSatisfying(Retry.class, deferred -> {
            assertThat(deferred.needsAttention()).isTrue();
            assertThat(deferred.reason())
                    .contains("attest.qacomplete.password", "No user *** with ***")
                    .doesNotContain("am9obk", "p@ssword");
        });
    }

    @Test
    void namesTheTestSetWhenItIsUnknown() {
        origin.answerAs(404, "text/plain", "File or directory not found");

        assertThat(create()).isInstanceOfSatisfying(Retry.class, deferred -> {
            assertThat(deferred.needsAttention()).isTrue();
            assertThat(deferred.reason()).contains("attest.qacomplete.test-set");
        });
    }

    @ParameterizedTest
    @CsvSource({"200, text/html", "302, text/html", "404, text/html"})
    void namesTheAddressWhenAPageComes(int status, String contentType) {
        origin.answerAs(status, contentType, "<html><title>Welcome</title></html>");

        assertThat(create()).isInstanceOfSatisfying(Retry.class, deferred -> {
            assertThat(deferred.needsAttention()).isTrue();
            assertThat(deferred.reason()).contains("Welcome", "attest.qacomplete.url");
        });
    }

    @Test
    void waitsAsLongAsTheServiceAsks() {
        origin.answer(429, "{}", "Retry-After: 7");

        assertThat(create())
                .isInstanceOfSatisfying(
                        Retry.class, deferred -> assertThat(deferred.pause()).isEqualTo(Duration.ofSeconds(7)));
    }

    @Test
    void givesUpTheRunWhenItWasDeleted() {
        origin.answerAs(404, "text/plain", "File or directory not found");

        assertThat(qaComplete.deliver("119", List.of(Samples.passed(Samples.test("adds", "Adds"))), false))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.wholeRun()).isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "403, Access is denied,            right to update",
        "404, File or directory not found, check its id",
        "400, Wrong,                       Wrong",
    })
    void rejectsAFileThatIsRefusedAndNothingElse(int status, String message, String advice) {
        origin.answerAs(status, "text/plain", message);
        AttachedContent file = Samples.evidence("page.png", "x");

        DeliveryResult delivery = qaComplete.file(
                new AttachmentTarget("qacomplete", "Bugs", "12"), file.attachment(), file.content(), "Run 1", false);

        assertThat(delivery).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.wholeRun()).isFalse();
            assertThat(rejected.reason()).contains("put \"page.png\" on defect 12", message, advice);
        });
    }

    private DeliveryResult create() {
        return qaComplete.create(Samples.run("runs up to 1"), false);
    }
}
