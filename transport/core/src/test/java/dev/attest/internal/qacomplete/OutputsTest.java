package dev.attest.internal.qacomplete;

import dev.attest.AttachmentType;
import dev.attest.When;
import dev.attest.internal.destination.AttachedContent;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.ReportedRow;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.http.Origin;
import dev.attest.internal.journal.event.Result;
import dev.attest.spi.TestDescription;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.attest.internal.qacomplete.Samples.ITEMS;
import static org.assertj.core.api.Assertions.assertThat;

class OutputsTest {

    private static final String ITEM = "/rest-api/service/api/v2/projects/3/testruns/119/items/11";
    private static final String PAGE = "<html><title>Request too long</title></html>";
    private static final TestDescription TEST = Samples.test("adds", "<script>alert('name')</script>");
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2, 3, 4};

    private final Origin origin = new Origin();
    private QaCompleteDestination qaComplete = Samples.destination(origin);

    @AfterEach
    void closeBoth() {
        qaComplete.close();
        origin.close();
    }

    @Test
    void sendsOnePageWithThePicturesInItAndTheLog() {
        origin.answer(200, ITEMS).answer(200, "").answer(200, "");

        assertThat(report(row(), false).done()).isTrue();

        assertThat(origin.requests()).hasSize(3);
        String report = plain(1);
        assertThat(report)
                .startsWith("POST " + ITEM + "/report\n--BOUNDARY\r\nContent-Disposition: form-data; name=\"File\";"
                        + " filename=\"attest-11-1.mht\"\r\nContent-Type: application/octet-stream\r\n\r\nDate: ")
                .contains("Content-Type: multipart/related; type=\"text/html\"; boundary=attest-report\r\n")
                .contains("--attest-report\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
                        + "Content-ID: <file-3@attest.invalid>\r\n\r\n"
                        + Base64.getEncoder().encodeToString(PNG))
                .endsWith("--attest-report--\r\n\r\n--BOUNDARY--\r\n");
        assertThat(plain(2)).isEqualTo("POST " + ITEM + """
                /log
                --BOUNDARY\r
                Content-Disposition: form-data; name="File"; filename="attest-11-1.xml"\r
                Content-Type: application/octet-stream\r
                \r
                <?xml version="1.0" encoding="UTF-8"?><testsuite name="shop.CartTest" tests="1">\
                <testcase classname="shop.CartTest" name="adds" time="1.512"><failure message="&lt;script&gt;">\
                java.lang.AssertionError: &lt;script&gt;</failure><system-out>printed &lt;script&gt;</system-out>\
                </testcase></testsuite>\r
                --BOUNDARY--\r
                """);
    }

    @Test
    void announcesTheExactLengthOfAReport() {
        origin.answer(200, ITEMS).answer(200, "").answer(200, "");

        report(row(), false);

        // The server of the test reads as many bytes as were announced, and a form that it had in part would lack its
        // end.
        assertThat(plain(1)).endsWith("--BOUNDARY--\r\n");
        assertThat(origin.head(1)).doesNotContain("Transfer-Encoding");
    }

    @Test
    void makesNoMarkupOfWhatATestSays() {
        origin.answer(200, ITEMS).answer(200, "").answer(200, "");

        report(row(), false);

        String html = html(1);
        assertThat(html)
                .contains("default-src 'none'; img-src cid:;", "&lt;script&gt;alert(&#39;name&#39;)&lt;/script&gt;")
                .contains("<img src=\"cid:file-3@attest.invalid\" alt=\"page.png\">")
                .contains("printed &lt;script&gt;", "x.png", "not a picture".length() + " bytes")
                .doesNotContain("<script", "cid:file-4");
    }

    @Test
    void sendsTheReportWithoutPicturesWhenTheServerTakesNoneOfThatSize() {
        origin.answer(200, ITEMS)
                .answerAs(404, "text/html", PAGE)
                .answer(200, "")
                .answer(200, "");

        assertThat(report(row(), false).done()).isTrue();

        assertThat(plain(2)).contains("/report\n").doesNotContain("image/png");
        assertThat(html(2)).contains("page.png is not shown");
        assertThat(qaComplete.remarks())
                .singleElement()
                .asString()
                .contains("item 11", "no pictures", "Request too long", "administrator");
    }

    @Test
    void takesABrokenConnectionForALimitAtTheSecondTimeOnly() {
        origin.answer(200, ITEMS).drop();
        assertThat(report(row(), false))
                .isInstanceOfSatisfying(
                        Retry.class,
                        deferred -> assertThat(deferred.possiblyApplied()).isTrue());

        origin.answer(200, "{\"id\":11,\"test_id\":71}").drop().answer(200, "").answer(200, "");
        assertThat(report(row(), true).done()).isTrue();

        assertThat(plain(4)).contains("/report\n").doesNotContain("image/png");
        assertThat(qaComplete.remarks()).hasSize(1);
    }

    @Test
    void sendsOnlyWhatTheItemLacksWhenAReplyWasLost() {
        origin.answer(200, ITEMS)
                .answer(200, "{\"id\":11,\"test_id\":71,\"file_report\":\"attest-11-1.mht\",\"file_log\":\"\"}")
                .answer(200, "");

        assertThat(report(row(), true).done()).isTrue();

        assertThat(origin.requests()).hasSize(3);
        assertThat(plain(2)).startsWith("POST " + ITEM + "/log\n");
    }

    @Test
    void replacesTheReportOfAnEarlierAttempt() {
        Result again = Samples.failed(TEST, 2, "again");
        ReportedRow row = new ReportedRow("11", List.of(Samples.failed(TEST, 1, "once"), again), List.of());
        origin.answer(200, ITEMS).answer(200, """
                        {"id":11,"test_id":71,"file_report":"attest-11-1.mht","file_log":"attest-11-1.xml"}""").answer(200, "").answer(200, "");

        report(row, true);

        assertThat(plain(2)).contains("attest-11-2.mht");
        assertThat(html(2)).contains("Attempt 2: FAILED", "again", "Attempt 1: FAILED", "once");
    }

    @Test
    void rejectsAReportThatTheUserMayNotAdd() {
        origin.answer(200, ITEMS).answerAs(403, "text/plain", "Access is denied");

        assertThat(report(row(), false))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason())
                                .contains("report of item 11", "right to read test hosts"));
    }

    @Test
    void putsFilesOnTheTestItselfWhereThatIsWanted() {
        qaComplete.close();
        qaComplete = Samples.destination(origin, "", When.FAILED, Map.of());
        AttachedContent file = Samples.evidence("page.txt", "text");
        ReportedRow row = new ReportedRow("11", List.of(Samples.failed(TEST, 1, "no")), List.of(file));
        origin.answer(200, ITEMS)
                .answer(200, "")
                .answer(200, "")
                .answer(200, Samples.list("", 0))
                .answer(200, "{}");

        report(row, false);

        assertThat(origin.requests().get(3))
                .isEqualTo("GET /rest-api/service/api/v1/projects/3/Tests/71/files?offset=0&limit=100");
        assertThat(plain(4)).contains("/Tests/71/files\n", "page.txt [r119-ab12cd34]");
    }

    private DeliveryResult report(ReportedRow row, boolean possiblyApplied) {
        return qaComplete.report("119", row, possiblyApplied);
    }

    private static ReportedRow row() {
        List<AttachedContent> evidence = new ArrayList<>();
        evidence.add(Samples.evidence(3, "page.png", AttachmentType.GENERAL_ATTACHMENT, PNG));
        evidence.add(Samples.evidence(4, "x.png", AttachmentType.GENERAL_ATTACHMENT, bytes("not a picture")));
        evidence.add(Samples.evidence(
                5, "Standard_Console_Output.log", AttachmentType.CONSOLE_LOG, bytes("printed <script>")));
        return new ReportedRow("11", List.of(Samples.failed(TEST, 1, "<script>")), evidence);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String plain(int number) {
        return origin.requests().get(number).replaceAll("attest-[0-9a-f]{8}-[0-9a-f-]{27}", "BOUNDARY");
    }

    private String html(int number) {
        String report = plain(number);
        String from = "Content-Location: http://attest.invalid/report.html\r\n\r\n";
        int begin = report.indexOf(from) + from.length();
        String base64 = report.substring(begin, report.indexOf("--attest-report", begin));
        return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
