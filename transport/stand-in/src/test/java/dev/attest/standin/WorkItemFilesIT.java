package dev.attest.standin;

import dev.attest.standin.rules.Assumption;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WorkItemFilesIT {

    @TempDir
    Path folder;

    private final StandIn server = StandIn.start();
    private final WorkItems items = WorkItems.of(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void givesBackTheBytesThatItGot() {
        var bytes = new byte[] {0, 1, (byte) 0xff, '\n', '"'};

        var reply = items.upload("fileName=a%20b.bin", bytes);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().get("url").asText())
                .endsWith("/_apis/wit/attachments/" + reply.json().get("id").asText() + "?fileName=a%20b.bin");
        var download = items.get("attachments/" + reply.json().get("id").asText() + "?download=true");
        assertThat(download.response().body()).isEqualTo(bytes);
        assertThat(download.header("Content-Disposition")).isEqualTo("attachment; filename*=UTF-8''a%20b.bin");
        assertThat(download.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
    }

    @Test
    void takesAFileWithoutAProjectInTheAddress() {
        var all = new WorkItems(server.url() + "/_apis/wit/", "1.0");

        var reply = all.upload("filename=empty.txt", new byte[0]);

        assertThat(reply.json().get("url").asText())
                .startsWith(server.url() + "/_apis/wit/attachments/")
                .endsWith("?fileName=empty.txt");
        assertThat(all.get("attachments/" + reply.json().get("id").asText()).text())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-www-form-urlencoded", "multipart/form-data"})
    void takesOctetsOnly(String type) {
        for (var query : new String[] {"fileName=a", "fileName=a&uploadType=chunked"}) {
            assertThat(items.json("POST", "attachments?" + query, type, "{}").refusal())
                    .isEqualTo("415 VssRequestContentTypeNotSupportedException");
        }
    }

    @Test
    void putsChunksTogether() {
        var id = items.register("large.bin");

        assertThat(items.get("attachments/" + id).status()).isEqualTo(404);
        assertThat(items.chunk(id, "bytes 0-4/11", "hello").status()).isEqualTo(201);
        assertThat(items.get("attachments/" + id).status()).isEqualTo(404);
        assertThat(items.chunk(id, "bytes 5-10/11", " world").status()).isEqualTo(200);
        assertThat(items.get("attachments/" + id).text()).isEqualTo("hello world");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0-4/5", "bytes 0-4", "bytes 4-0/5", "bytes 0-5/5", "bytes 0--1/0", "bytes 0-4/*"})
    void understandsNoOtherRange(String range) {
        var reply = items.chunk(items.register("a"), range, "hello");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).isEqualTo("{\"count\":36,\"value\":\"Content-Range header not understood.\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes 6-10/11", "bytes 4-8/11", "bytes 0-4/11", "bytes 5-9/12", "bytes 5-8/11"})
    void takesTheNextChunkOnly(String range) {
        var id = items.register("a");
        items.chunk(id, "bytes 0-4/11", "hello");

        var reply = items.chunk(id, range, "_____");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/value/Message").asText()).contains(range);
        assertThat(items.chunk(id, "bytes 5-10/11", " world").status()).isEqualTo(200);
        assertThat(items.chunk(id, "bytes 5-10/11", " again").status()).isEqualTo(400);
        assertThat(items.get("attachments/" + id).text()).isEqualTo("hello world");
    }

    @Test
    void takesTheLastChunkAgainWhereThatIsNotAssumedToBeWrong() {
        try (var lenient = StandIn.start(StandInOptions.defaults().without(Assumption.CHUNKS_ONCE))) {
            var other = WorkItems.of(lenient);
            var id = other.register("a");

            assertThat(other.chunk(id, "bytes 0-4/11", "hello").status()).isEqualTo(201);
            assertThat(other.chunk(id, "bytes 0-4/11", "hello").status()).isEqualTo(201);
            assertThat(other.chunk(id, "bytes 5-10/11", " world").status()).isEqualTo(200);
            assertThat(other.chunk(id, "bytes 5-10/11", " world").status()).isEqualTo(200);
            assertThat(other.chunk(id, "bytes 0-4/11", "hello").status()).isEqualTo(400);
            assertThat(other.get("attachments/" + id).text()).isEqualTo("hello world");
        }
    }

    @Test
    void goesOnWithAFileThatHadNotAllOfItsChunks() {
        var options = StandInOptions.defaults().withData(folder);
        String id;
        try (var first = StandIn.start(options)) {
            id = WorkItems.of(first).register("a");
            WorkItems.of(first).chunk(id, "bytes 0-4/11", "hello");
        }

        try (var second = StandIn.start(options)) {
            assertThat(WorkItems.of(second).chunk(id, "bytes 5-10/11", " world").status())
                    .isEqualTo(200);
            assertThat(WorkItems.of(second).get("attachments/" + id).text()).isEqualTo("hello world");
        }
    }

    @Test
    void refusesWhatIsTooLarge() {
        try (var small = StandIn.start(StandInOptions.defaults().withFileLimit(10))) {
            var other = WorkItems.of(small);

            var atOnce = other.upload("fileName=a", new byte[11]);
            var inChunks = other.chunk(other.register("a"), "bytes 0-4/11", "hello");

            assertThat(atOnce.text()).contains("TF237082: The file you are trying to upload exceeds");
            assertThat(inChunks.status()).isEqualTo(400);
            assertThat(other.upload("fileName=a", new byte[10]).status()).isEqualTo(201);
        }
        assertThat(items.chunk(items.register("a"), "bytes 0-4/62914561", "hello")
                        .status())
                .isEqualTo(400);
        assertThat(items.chunk(items.register("a"), "bytes 0-4/62914560", "hello")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void refusesNamesThatAreNoneAndWaysThatItDoesNotKnow() {
        assertThat(items.upload("fileName=a%3Ab", new byte[1]).status()).isEqualTo(400);
        assertThat(items.upload("fileName=a&uploadType=fast", new byte[1]).status())
                .isEqualTo(400);
        assertThat(items.chunk("6b2266bf-a155-4582-a475-ca4da68193ef", "bytes 0-0/1", "a")
                        .refusal())
                .isEqualTo("404 AttachmentNotFoundException");
    }

    @Test
    void keepsNoBytesOfAFileThatDidNotArriveWhole() {
        var before = blobs();
        var cut = HttpRequest.newBuilder(URI.create(server.url() + "/_apis/wit/attachments?api-version=7.1"))
                .header("Authorization", Client.basic("attest-demo"))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("x", StandardCharsets.UTF_8))
                .build();

        assertThat(Client.send(cut).status()).isEqualTo(415);
        items.chunk(items.register("a"), "bytes 0-9/10", "short");

        assertThat(blobs()).isEqualTo(before + 1);
    }

    private int blobs() {
        var files = server.data().resolve("blobs").toFile().list();
        return files == null ? 0 : files.length;
    }
}
