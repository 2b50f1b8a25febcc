package dev.attest.standin;

import dev.attest.standin.rules.QaCompletePolicy;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The requests that the page "Add Attachment" of QAComplete prints, over a bare socket. The page lost the boundaries
 * and some values of its parts, its header names JSON where its text says multipart, and its cURL line has no address:
 * these are put in.
 */
class QaCompleteSeedIT {

    private static final String SEED =
            "{'users':[{'id':24663,'login':'john@example.com','password':'p@ssword','name':'Smith, John',"
                    + "'rights':['read','update']}],'projects':[{'id':11873,'bugs':[{'id':12}]}]}";

    private final StandIn server = StandIn.start(
            StandInOptions.defaults().withQaComplete(QaCompletePolicy.defaults().withSeed(SEED.replace('\'', '"'))));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answersTheSampleRequestAsDocumented() throws IOException {
        var reply = post("/rest-api", "Connection: keep-alive", """
                --b
                Content-Disposition: form-data; name="ProjectId"

                11873
                --b
                Content-Disposition: form-data; name="EntityCode"

                Bugs
                --b
                Content-Disposition: form-data; name="EntityId"

                12
                --b
                Content-Disposition: form-data; name="Comments"

                New Comment
                --b
                Content-Disposition: form-data; name="Title"

                Data
                --b
                Content-Disposition: form-data; name="File"; filename="data.txt"
                Content-Type: application/octet-stream

                ... the rest of the data.txt file contents ...
                --b--
                """);

        assertThat(reply)
                .startsWith("HTTP/1.1 200 OK\r\n")
                .contains("Content-Type: application/json;charset=utf-8\r\n");
        assertThat(undated(reply))
                .isEqualTo("{\"attachment_type_code\":\"File\",\"file_name\":\"data.txt\",\"title\":\"Data\","
                        + "\"comments\":\"New Comment\",\"date_created\":\"DATE\",\"date_updated\":\"DATE\","
                        + "\"entity_code\":\"Bugs\",\"entity_id\":12,\"update_user_id\":\"24663\","
                        + "\"user_name\":\"Smith, John\"}");
    }

    @Test
    void answersWhatTheSampleSendsWithCurl() throws IOException {
        var reply = post("", "User-Agent: curl/7.88.1", """
                --b
                Content-Disposition: form-data; name="file"; filename="data.txt"
                Content-Type: text/plain

                data
                --b--
                """);

        assertThat(undated(reply)).contains("\"title\":\"data.txt\",\"comments\":\"\"");
    }

    private String post(String prefix, String header, String parts) throws IOException {
        var body = parts.replace("\n", "\r\n");
        var head = "POST " + prefix + "/service/api/v1/projects/11873/Bugs/12/files HTTP/1.1\r\n"
                + "Host: 127.0.0.1:" + server.port() + "\r\n" + header + "\r\n"
                + "Content-Type: multipart/form-data; boundary=b\r\nAccept: application/json\r\n"
                + "Authorization: Basic am9obkBleGFtcGxlLmNvbTpwQHNzd29yZA==\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n";
        try (var socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
            var in = socket.getInputStream();
            var reply = new StringBuilder();
            while (!reply.toString().endsWith("}")) {
                var next = in.read();
                assertThat(next).as(reply.toString()).isNotNegative();
                reply.append((char) next);
            }
            return reply.toString();
        }
    }

    private static String undated(String reply) {
        return reply.substring(reply.indexOf("\r\n\r\n") + 4)
                .replaceAll("\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{7}\"", "\"DATE\"");
    }
}
