package dev.attest.internal.qacomplete;

import dev.attest.AttachmentType;
import dev.attest.internal.destination.AttachedContent;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.http.Origin;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.AttachmentTarget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.attest.internal.qacomplete.Samples.list;
import static org.assertj.core.api.Assertions.assertThat;

class EntityFilesTest {

    private static final String FILES = "/rest-api/service/api/v1/projects/3/Bugs/12/files";
    private static final String ORIGIN = "Run \"Shop tests\", test <b>adds</b>";

    private final Origin origin = new Origin();
    private final QaCompleteDestination qaComplete = Samples.destination(origin);

    @AfterEach
    void closeBoth() {
        qaComplete.close();
        origin.close();
    }

    @Test
    void sendsTheFormOfTheDocument() {
        origin.answer(200, """
                {"attachment_type_code":"File","file_name":"data.txt","title":"Data"}""");

        assertThat(put("data.txt", "... the data", false).done()).isTrue();

        assertThat(plain(0)).isEqualTo("POST " + FILES + "\n" + """
                --BOUNDARY\r
                Content-Disposition: form-data; name="ProjectId"\r
                \r
                3\r
                --BOUNDARY\r
                Content-Disposition: form-data; name="EntityCode"\r
                \r
                Bugs\r
                --BOUNDARY\r
                Content-Disposition: form-data; name="EntityId"\r
                \r
                12\r
                --BOUNDARY\r
                Content-Disposition: form-data; name="Comments"\r
                \r
                Run &quot;Shop tests&quot;, test &lt;b&gt;adds&lt;/b&gt;\r
                --BOUNDARY\r
                Content-Disposition: form-data; name="Title"\r
                \r
                data.txt [rTAG-ab12cd34]\r
                --BOUNDARY\r
                Content-Disposition: form-data; name="File"; filename="data.txt"\r
                Content-Type: application/octet-stream\r
                \r
                ... the data\r
                --BOUNDARY--\r
                """);
        assertThat(origin.head(0))
                .contains("Content-Type: multipart/form-data; boundary=attest-")
                .contains("Content-Length: " + origin.body(0).length);
    }

    @Test
    void putsWhatTheTestSaysBeforeWhereItComesFrom() {
        origin.answer(200, "{}");
        AttachedContent file = Samples.evidence("data.txt", "x");
        AttachmentTarget bug = new AttachmentTarget("qacomplete", "Bugs", "12");
        Attachment said = new Attachment(
                7, 1, 1, "data.txt", AttachmentType.GENERAL_ATTACHMENT, "ab12cd34".repeat(8), 1, bug, "seen <twice>");

        qaComplete.file(bug, said, file.content(), ORIGIN, false);

        assertThat(plain(0)).contains("\r\n\r\nseen &lt;twice&gt;<br>Run &quot;Shop tests&quot;");
    }

    @Test
    void findsByItsTitleWhatAnEarlierTryPutThere() {
        origin.drop();
        assertThat(put("data.txt", "x", false))
                .isInstanceOfSatisfying(
                        Retry.class,
                        deferred -> assertThat(deferred.possiblyApplied()).isTrue());
        String title = origin.requests().get(0).replaceAll("(?s).*name=\"Title\"\\R\\R([^\\r]*)\\r.*", "$1");
        origin.answer(200, list("{\"title\":\"data.txt\"},{\"title\":\"" + title + "\"}", 2));

        assertThat(put("data.txt", "x", true).done()).isTrue();

        assertThat(origin.requests()).hasSize(2).last().isEqualTo("GET " + FILES + "?offset=0&limit=100");
    }

    @Test
    void keepsTitlesWithinTheLimitAndNamesOfFilesInAscii() {
        origin.answer(200, "{}");

        put("é\"\r\nX-Evil: 1".repeat(40) + ".txt", "x", false);

        String title = origin.requests().get(0).replaceAll("(?s).*name=\"Title\"\\R\\R([^\\r]*)\\r.*", "$1");
        assertThat(title)
                .hasSize(EntityFiles.LONGEST_TITLE)
                .contains("é")
                .containsPattern("… \\[r[0-9a-f]{8}-ab12cd34]$");
        assertThat(plain(0)).containsPattern("filename=\"_[A-Za-z0-9_ .-]*\"\r\nContent-Type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"413 application/json {}", "404 text/html <html></html>"})
    void sendsATextThatNamesAFileThatIsTooLarge(String answer) {
        String[] reply = answer.split(" ", 3);
        origin.answerAs(Integer.parseInt(reply[0]), reply[1], reply[2]).answer(200, "{}");

        assertThat(put("video.mp4", "x".repeat(70_000), false).done()).isTrue();

        assertThat(plain(1)).contains("video.mp4.not-uploaded.txt [rTAG-ab12cd34]", "size    70000 bytes");
        assertThat(qaComplete.remarks())
                .singleElement()
                .asString()
                .contains("video.mp4", "defect 12", "70000 bytes", "administrator");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesABreakdownForALimitAtTheSecondTimeOnly(boolean page) {
        fail(page);
        assertThat(put("video.mp4", "x".repeat(70_000), false)).isInstanceOf(Retry.class);

        origin.answer(200, list("", 0));
        fail(page);
        origin.answer(200, "{}");
        assertThat(put("video.mp4", "x".repeat(70_000), true).done()).isTrue();

        assertThat(plain(3)).contains("video.mp4.not-uploaded.txt");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesABreakdownForNoneWhereItOnlyLooksFirst(boolean page) {
        origin.answer(200, list("", 0));
        fail(page);

        assertThat(put("video.mp4", "x".repeat(70_000), true)).isInstanceOf(Retry.class);

        assertThat(origin.requests()).hasSize(2);
    }

    private void fail(boolean page) {
        if (page) {
            origin.answerAs(500, "text/html", "<html><title>Runtime Error</title></html>");
        } else {
            origin.drop();
        }
    }

    private DeliveryResult put(String name, String text, boolean possiblyApplied) {
        AttachedContent file = Samples.evidence(name, text);
        return qaComplete.file(
                new AttachmentTarget("qacomplete", "Bugs", "12"),
                file.attachment(),
                file.content(),
                ORIGIN,
                possiblyApplied);
    }

    private String plain(int number) {
        return origin.requests()
                .get(number)
                .replaceAll("attest-[0-9a-f]{8}-[0-9a-f-]{27}", "BOUNDARY")
                .replaceAll("\\[r[0-9a-f]{8}-", "[rTAG-");
    }
}
