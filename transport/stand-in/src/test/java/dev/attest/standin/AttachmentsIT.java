package dev.attest.standin;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AttachmentsIT {

    private static final String TEXT = "{'stream':'VXNlciB0ZXh0IGNvbnRlbnQgdG8gdXBsb2FkLg==',"
            + "'fileName':'textAsFileAttachment.txt','comment':'Test attachment upload',"
            + "'attachmentType':'GeneralAttachment'}";

    private final StandIn server = StandIn.start();
    private final Client client = Client.of(server);
    private final String run = "runs/" + client.createRun();
    private final String result = run + "/results/100000";

    AttachmentsIT() {
        client.post(run + "/results", "[{'testCaseTitle':'a','subResults':[{'sequenceId':1},{'sequenceId':2}]}]");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void givesBackTheBytesThatItGot() {
        var created = client.post(result + "/attachments", TEXT).json();

        var id = created.get("id").asInt();
        assertThat(created.get("url").asText()).endsWith("/Results/100000/Attachments/" + id);
        var listed = client.get(result + "/attachments").json().at("/value/0");
        assertThat(listed.get("fileName").asText()).isEqualTo("textAsFileAttachment.txt");
        assertThat(listed.get("comment").asText()).isEqualTo("Test attachment upload");
        assertThat(listed.get("size").asLong()).isEqualTo(28);
        var bytes = client.get(result + "/attachments/" + id);
        assertThat(bytes.text()).isEqualTo("User text content to upload.");
        assertThat(bytes.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(bytes.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
    }

    @Test
    void keepsThoseOfRunAndResultAndSubResultApart() {
        client.post(run + "/attachments", TEXT.replace("textAs", "run"));
        client.post(result + "/attachments", TEXT.replace("textAs", "result"));
        client.post(result + "/attachments?testSubResultId=2", TEXT.replace("textAs", "sub"));

        assertThat(names(run + "/attachments")).containsExactly("runFileAttachment.txt");
        assertThat(names(result + "/attachments")).containsExactly("resultFileAttachment.txt");
        assertThat(names(result + "/attachments?testSubResultId=2")).containsExactly("subFileAttachment.txt");
        assertThat(names(result + "/attachments?testSubResultId=1")).isEmpty();
        assertThat(client.post(result + "/attachments?testSubResultId=3", TEXT).refusal())
                .isEqualTo("404 TestObjectNotFoundException");
    }

    private List<String> names(String path) {
        return client.get(path).json().findValuesAsText("fileName");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'stream':'aGk=','fileName':'a:b'}",
                "{'stream':'aGk=','fileName':''}",
                "{'stream':'aGk='}",
                "{'stream':'aGk=','fileName':'../../etc/passwd'}",
                "{'stream':'aGk=','fileName':'a\\r\\nX-Evil: 1'}",
                "{'stream':'aGk','fileName':'odd'}",
                "{'stream':'a*k=','fileName':'bad'}",
                "{'stream':5,'fileName':'number'}",
                "{'fileName':'nothing'}",
                "{'stream':'aGk=','fileName':'type','attachmentType':'Bogus'}",
                "{'stream':'aGk=','fileName':'cut'"
            })
    void refusesABadAttachmentAndKeepsNoFileOfIt(String body) {
        assertThat(client.post(result + "/attachments", body).status()).isEqualTo(400);
        assertThat(names(result + "/attachments")).isEmpty();
        assertThat(server.data().resolve("blobs")).isEmptyDirectory();
    }

    @Test
    void takesFieldsInAnyOrderAndTypesInAnyCase() {
        var body = "{'attachmentType':'CONSOLELOG','FileName':'o.log','Stream':'aGk='}";

        assertThat(client.post(result + "/attachments", body).status()).isEqualTo(200);
        assertThat(client.get(result + "/attachments")
                        .json()
                        .at("/value/0/attachmentType")
                        .asText())
                .isEqualTo("consoleLog");
    }

    @Test
    void refusesMoreThanTheLimit() {
        var head = "{\"fileName\":\"big\",\"stream\":\"".getBytes(StandardCharsets.US_ASCII);
        var tail = "\"}".getBytes(StandardCharsets.US_ASCII);
        var chunk = "AAAA".repeat(1 << 18).getBytes(StandardCharsets.US_ASCII);
        // 134 MiB of text are 100.5 MiB of bytes.
        var parts = new ArrayList<InputStream>();
        parts.add(new ByteArrayInputStream(head));
        for (var index = 0; index < 134; index++) {
            parts.add(new ByteArrayInputStream(chunk));
        }
        parts.add(new ByteArrayInputStream(tail));

        var reply = client.post(
                result + "/attachments",
                BodyPublishers.ofInputStream(() -> new SequenceInputStream(Collections.enumeration(parts))));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("maximum file size (104857600 bytes)");
        assertThat(server.data().resolve("blobs")).isEmptyDirectory();
    }
}
