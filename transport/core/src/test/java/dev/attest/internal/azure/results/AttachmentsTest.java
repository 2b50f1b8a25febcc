package dev.attest.internal.azure.results;

import dev.attest.internal.azure.AzureDestination;
import dev.attest.internal.azure.Samples;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.http.Origin;
import dev.attest.internal.journal.event.Content;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AttachmentsTest {

    private static final String OF_RESULT =
            "/tfs/Main/The%20Shop/_apis/test/runs/49/results/100000/attachments?api-version=7.1";
    private static final String OF_RUN = "/tfs/Main/The%20Shop/_apis/test/runs/49/attachments?api-version=7.1";
    private static final String SHA = "ab12".repeat(16);

    private final Origin origin = new Origin();
    private final AzureDestination azure = Samples.destination(origin);
    private final Content content = Samples.content("User text content to upload.");

    @AfterEach
    void closeBoth() {
        azure.close();
        origin.close();
    }

    @Test
    void travelInBase64WithTheirHash() {
        origin.answer(200, "{\"id\":4,\"url\":\"https://dev.azure.com/x\"}");

        DeliveryResult delivered =
                azure.attach("49", "100000", null, Samples.attachment("../out: é\".txt", content), content, false);

        assertThat(delivered).isEqualTo(new Accepted(List.of("4"), "", Duration.ZERO));
        assertThat(origin.requests()).containsExactly("POST " + OF_RESULT + "\n" + """
                {"fileName":"out_ é_.txt","attachmentType":"ConsoleLog","comment":"Attempt 1, file 7, sha256:%s",\
                "stream":"VXNlciB0ZXh0IGNvbnRlbnQgdG8gdXBsb2FkLg=="}""".formatted(SHA));
        assertThat(origin.head(0)).contains("Content-Length: " + origin.body(0).length);
    }

    @Test
    void mayBelongToTheRun() {
        origin.answer(200, "{\"id\":4}");

        azure.attach("49", null, null, Samples.attachment(0, "a.txt", content), content, false);

        assertThat(origin.requests().get(0))
                .startsWith("POST " + OF_RUN + "\n")
                .contains("\"comment\":\"file 7, sha256:" + SHA + "\"");
    }

    @Test
    void mayBelongToAnAttempt() {
        origin.answer(200, "{\"id\":4}");

        azure.attach("49", "100000", "2", Samples.attachment("a.txt", content), content, false);

        assertThat(origin.requests().get(0)).startsWith("POST " + OF_RESULT.replace("?", "?testSubResultId=2&") + "\n");
    }

    @Test
    void tellTheAddressOfAPictureAsABrowserOpensIt() {
        origin.answer(200, "{\"id\":4}").answer(200, "{\"id\":5}");

        DeliveryResult ofResult = attach("100000", null, "Page.PNG", false);
        DeliveryResult ofAttempt = attach("100000", "2", "page.jpeg", false);

        String address = origin.uri("/tfs/Main/The%20Shop/_apis/test/runs/49/results/100000/attachments/") + "";
        assertThat(ofResult).isEqualTo(new Accepted(List.of("4"), address + "4", Duration.ZERO));
        assertThat(ofAttempt).isEqualTo(new Accepted(List.of("5"), address + "5?testSubResultId=2", Duration.ZERO));
    }

    /** It was sent before the attempt had a sub-result. */
    @Test
    void tellTheAddressOfAPictureWhereItWasFound() {
        origin.answer(200, "{\"value\":[]}").answer(200, """
                {"value":[{"id":6,"fileName":"page.png","comment":"Attempt 1, file 7, sha256:%s"}]}""".formatted(SHA));

        DeliveryResult found = attach("100000", "2", "page.png", true);

        assertThat(found)
                .isEqualTo(new Accepted(
                        List.of("6"),
                        origin.uri("/tfs/Main/The%20Shop/_apis/test/runs/49/results/100000/attachments/6") + "",
                        Duration.ZERO));
    }

    /** The text that replaces it is none. */
    @Test
    void tellNoAddressOfAPictureThatIsTooLarge() {
        origin.answer(413, "{}").answer(200, "{\"id\":8}");

        DeliveryResult stub = attach("100000", null, "page.png", false);

        assertThat(origin.requests().get(1)).contains("\"fileName\":\"page.png.not-uploaded.txt\"");
        assertThat(stub).isEqualTo(new Accepted(List.of("8"), "", Duration.ZERO));
    }

    private DeliveryResult attach(String result, @Nullable String attempt, String name, boolean possiblyApplied) {
        return azure.attach("49", result, attempt, Samples.attachment(name, content), content, possiblyApplied);
    }

    @Test
    void areLookedForAtTheResultTooWhereTheAttemptWasTheOnlyOneOnce() {
        origin.answer(200, "{\"value\":[]}")
                .answer(
                        200,
                        "{\"value\":[{\"id\":3,\"fileName\":\"a.txt\",\"comment\":\"Attempt 1, file 7, sha256:" + SHA
                                + "\"}]}");

        DeliveryResult found = azure.attach("49", "100000", "1", Samples.attachment("a.txt", content), content, true);

        assertThat(found).isEqualTo(new Accepted(List.of("3"), "", Duration.ZERO));
        assertThat(origin.requests())
                .containsExactly("GET " + OF_RESULT.replace("?", "?testSubResultId=1&"), "GET " + OF_RESULT);
    }

    @Test
    void areReplacedByATextWhereTheyAreTooLarge() {
        origin.answer(200, "{\"id\":4}");
        Content large = sized(75L * 1024 * 1024 + 1);

        azure.attach("49", "100000", null, Samples.attachment("video.mp4", large), large, false);

        String request = origin.requests().get(0);
        String text = """
                This file was not uploaded, for it is larger than what the server takes.
                Azure DevOps takes no more than 78643200 bytes, and a web server before it may take less.

                name    video.mp4
                size    78643201 bytes
                sha256  %s
                """.formatted(SHA);
        assertThat(request)
                .isEqualTo("POST " + OF_RESULT + "\n"
                        + """
                {"fileName":"video.mp4.not-uploaded.txt","attachmentType":"GeneralAttachment",\
                "comment":"Attempt 1, file 7, sha256:%s","stream":"%s"}""".formatted(
                                SHA, Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void areFoundAgainByNameAndHash() {
        origin.answer(200, """
                {"count":3,"value":[{"id":1,"fileName":"a.txt","comment":"Attempt 2, file 7, sha256:%1$s"},
                 {"id":2,"fileName":"b.txt","comment":"Attempt 1, file 7, sha256:%1$s"},
                 {"id":3,"fileName":"a.txt","comment":"Attempt 1, file 7, sha256:%1$s"}]}""".formatted(SHA));

        DeliveryResult found = azure.attach("49", "100000", null, Samples.attachment("a.txt", content), content, true);

        assertThat(found).isEqualTo(new Accepted(List.of("3"), "", Duration.ZERO));
        assertThat(origin.requests()).containsExactly("GET " + OF_RESULT);
    }

    @Test
    void areSentWhenTheyAreNotFound() {
        origin.answer(200, "{\"value\":[{\"id\":1,\"fileName\":\"a.txt\"}]}").answer(200, "{\"id\":9}");

        assertThat(azure.attach("49", "100000", null, Samples.attachment("a.txt", content), content, true))
                .isEqualTo(new Accepted(List.of("9"), "", Duration.ZERO));
        assertThat(origin.requests()).hasSize(2);
    }

    @Test
    void remainInDoubtWhenTheReplyTellsNoId() {
        origin.answer(200, "{\"url\":\"x\"}");

        assertThat(azure.attach("49", "100000", null, Samples.attachment("a.txt", content), content, false))
                .isInstanceOfSatisfying(Retry.class, deferred -> {
                    assertThat(deferred.possiblyApplied()).isTrue();
                    assertThat(deferred.reason()).contains("Cannot attach \"a.txt\"");
                });
    }

    @Test
    void areGivenUpWhenTheirFileIsGone() {
        Content gone = new Content() {
            @Override
            public long size() {
                return 3;
            }

            @Override
            public InputStream open() throws NoSuchFileException {
                throw new NoSuchFileException("blob");
            }
        };

        assertThat(azure.attach("49", "100000", null, Samples.attachment("a.txt", gone), gone, false))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).contains("the file cannot be opened: blob"));
    }

    @ParameterizedTest
    @CsvSource({
        "413, ''",
        "400, '{\"message\":\"Cannot upload file as it exceeded the maximum file size (104857600 bytes)\"}'"
    })
    void areReplacedByATextWhereTheServerTakesLess(int status, String reply) {
        origin.answer(status, reply).answer(200, "{\"id\":5}");

        assertThat(azure.attach("49", "100000", null, Samples.attachment("a.txt", content), content, false))
                .isEqualTo(new Accepted(List.of("5"), "", Duration.ZERO));
        assertThat(origin.requests().get(1)).contains("{\"fileName\":\"a.txt.not-uploaded.txt\",");
    }

    @Test
    void areReplacedByATextWhereTheWebServerTakesLess() {
        origin.answerAs(404, "text/html", "<title>404 - File or directory not found.</title>")
                .answer(200, "{\"id\":5}");
        byte[] bytes = new byte[24_000_000];
        Content large = new Content() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };

        assertThat(azure.attach("49", "100000", null, Samples.attachment("a.txt", large), large, false))
                .isEqualTo(new Accepted(List.of("5"), "", Duration.ZERO));
    }

    @Test
    void areFoundAgainByTheirText() {
        origin.answer(200, """
                {"value":[{"id":3,"fileName":"a.txt.not-uploaded.txt","comment":"Attempt 1, file 7, sha256:%s"}]}""".formatted(SHA));

        assertThat(azure.attach("49", "100000", null, Samples.attachment("a.txt", content), content, true))
                .isEqualTo(new Accepted(List.of("3"), "", Duration.ZERO));
    }

    @Test
    void areRefusedForGoodWithTheWordsOfTheService() {
        origin.answer(400, "{\"message\":\"Invalid filename specified, Parameter name: fileName\"}");

        assertThat(azure.attach("49", "100000", null, Samples.attachment("a.txt", content), content, false))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason())
                                .contains("Cannot attach \"a.txt\"", "Invalid filename specified"));
    }

    private static Content sized(long size) {
        return new Content() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(new byte[0]);
            }
        };
    }
}
