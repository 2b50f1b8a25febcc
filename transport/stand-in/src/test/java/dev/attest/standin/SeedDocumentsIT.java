package dev.attest.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.attest.standin.rules.Product;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The requests in the service's documents get the answers in them. A line that begins with # says what the document
 * prints wrongly; <code>{id}</code> is the one that the last reply with an id gave, and a reply may have more than is
 * printed.
 */
class SeedDocumentsIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "test-attachments, SERVICES",
        "test-attachments, TFS_2017",
        "work-item-attachments-tfs, TFS_2015",
        "work-item-attachments-tfs, SERVICES",
        "work-item-attachments-4.1, TFS_2018",
        "work-item-attachments-4.1, SERVICES",
        "work-item-attachments-1.0, TFS_2017",
        "work-item-attachments-1.0, SERVICES",
    })
    void answersAsPrinted(String document, Product product) throws IOException {
        try (var server =
                StandIn.start(StandInOptions.defaults().withProjects("fabrikam").emulating(product))) {
            prepare(server);
            var id = "";
            for (var exchange : read(document).split("====\n", -1)) {
                var parts = exchange.split("---- ", -1);
                var reply = Client.send(request(server, parts[0].replace("{id}", id)));
                var expected = parts[1].split("\n", 2);
                assertThat(reply.status()).as(exchange).isEqualTo(Integer.parseInt(expected[0]));
                if (expected[1].startsWith("base64 ")) {
                    assertThat(reply.response().body()).as(exchange).isEqualTo(bytes(expected[1].strip()));
                } else {
                    id = reply.json().path("id").asText(id);
                    assertHas(JSON.readTree(plain(server, reply.text())), JSON.readTree(expected[1]));
                }
            }
        }
    }

    private static void prepare(StandIn server) {
        var client = new WorkItems(server.url() + "/fabrikam/_apis/test/", "2.0");
        client.json("POST", "runs", "application/json", "{\"name\":\"r\"}");
        new WorkItems(client.base(), "2.0-preview")
                .json("POST", "runs/1/results", "application/json", "[{\"testCaseTitle\":\"a\"}]");
    }

    private static String read(String document) throws IOException {
        try (var in = SeedDocumentsIT.class.getResourceAsStream("seeds/" + document + ".txt")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^#.*\n", "");
        }
    }

    private static HttpRequest request(StandIn server, String text) {
        var parts = text.split("\n\n", 2);
        var lines = parts[0].strip().split("\n", -1);
        var line = lines[0].split(" ", 2);
        var address = line[1].replaceFirst("https://[^/]+/", server.page().toString());
        var body = bytes(parts.length < 2 ? "" : parts[1].strip());
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", Client.basic("attest-demo"))
                .method(
                        line[0],
                        body.length == 0 && lines.length == 1
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(body));
        for (var header = 1; header < lines.length; header++) {
            var named = lines[header].split(": ", 2);
            request.header(named[0], named[1]);
        }
        return request.build();
    }

    private static byte[] bytes(String text) {
        return text.startsWith("base64 ")
                ? Base64.getDecoder().decode(text.substring("base64 ".length()))
                : text.getBytes(StandardCharsets.UTF_8);
    }

    private static String plain(StandIn server, String reply) {
        return reply.replace("http://127.0.0.1:" + server.port(), "{host}")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "{guid}")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "{date}");
    }

    private static void assertHas(JsonNode actual, JsonNode expected) {
        if (expected.isObject()) {
            expected.properties().forEach(field -> assertHas(actual.path(field.getKey()), field.getValue()));
        } else if (expected.isArray()) {
            assertThat(actual).hasSameSizeAs(expected);
            for (var index = 0; index < expected.size(); index++) {
                assertHas(actual.path(index), expected.get(index));
            }
        } else {
            assertThat(actual).isEqualTo(expected);
        }
    }
}
