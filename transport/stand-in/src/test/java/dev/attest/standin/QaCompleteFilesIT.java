package dev.attest.standin;

import dev.attest.standin.rules.Assumption;
import dev.attest.standin.rules.Oversize;
import dev.attest.standin.rules.QaCompletePolicy;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class QaCompleteFilesIT {

    private static final String FILES = "v1/Bugs/12/files";

    private StandIn server = StandIn.start();
    private QaCompleteClient client = QaCompleteClient.of(server);

    @AfterEach
    void stop() {
        server.close();
    }

    private void restart(StandInOptions options) {
        server.close();
        server = StandIn.start(options);
        client = QaCompleteClient.of(server);
    }

    @Test
    void listsWhatWasAddedByItsIdAndKeepsTextsAsTheyCame() {
        var comments = "<script>alert(1)</script> ü";

        client.parts("POST", FILES, "Title=One [r1]", "Comments=" + comments, "File@a.txt=hi");
        client.parts("POST", FILES, "Title=Two", "File@b.txt=ho");

        var list = client.get(FILES).json();
        assertThat(list.at("/metadata").toString())
                .isEqualTo("{\"result_set\":{\"count\":2,\"offset\":0,\"limit\":25,\"total\":2},"
                        + "\"permissions\":{\"acl\":7}}");
        assertThat(list.at("/results/0/id").asInt()).isEqualTo(1);
        assertThat(list.at("/results/0/title").asText()).isEqualTo("One [r1]");
        assertThat(list.at("/results/0/comments").asText()).isEqualTo(comments);
        assertThat(client.get(FILES + "/2").json().get("title").asText()).isEqualTo("Two");
        assertThat(client.get("v1/Bugs/12/files?limit=0").text())
                .contains("\"total\":2")
                .doesNotContain("results");
        assertThat(server.data().resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void replacesDescribesAndDeletes() {
        client.parts("POST", FILES, "Title=One", "File@a.txt=hi");

        client.parts("PUT", FILES + "/1", "Title=Other", "File@b.txt=longer");
        client.send("PATCH", FILES + "/1", "{'Comments':'said'}");

        var file = client.get(FILES + "/1").json();
        assertThat(file.get("file_name").asText()).isEqualTo("b.txt");
        assertThat(file.get("title").asText()).isEqualTo("Other");
        assertThat(file.get("comments").asText()).isEqualTo("said");
        assertThat(server.data().resolve("blobs")).isDirectoryContaining("regex:.*[0-9a-f]");
        var gone = client.delete(FILES + "/1");
        assertThat(gone.status() + gone.text()).isEqualTo("200");
        assertThat(client.get(FILES + "/1").status()).isEqualTo(404);
        assertThat(server.data().resolve("blobs")).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Releases/1", "Bugs/12", "FunctionalSpecs/1", "Tests/77", "TestSets/1", "TestSteps/1", "tests/77"
            })
    void takesFilesOfEachKindOfEntity(String entity) {
        var path = "v1/" + entity + "/files";

        assertThat(client.parts("POST", path, "Title=t", "File@a.txt=hi").status())
                .isEqualTo(200);
        assertThat(client.get(path).json().at("/metadata/result_set/total").asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bugs/13", "Bugs/x", "TestRuns/1", "Tests/999"})
    void saysThatAnEntityIsNotThere(String entity) {
        var reply = client.parts("POST", "v1/" + entity + "/files", "Title=t", "File@a.txt=hi");

        assertThat(QaCompleteClient.refusal(reply)).isEqualTo("404 File or directory not found");
    }

    @Test
    void failsOnATitleThatIsTooLong() {
        var longest = client.parts("POST", FILES, "Title=" + "t".repeat(255), "File@a.txt=hi");
        var tooLong = client.parts("POST", FILES, "Title=" + "t".repeat(256), "File@a.txt=hi");

        assertThat(longest.status()).isEqualTo(200);
        assertThat(tooLong.status()).isEqualTo(500);
        assertThat(client.get(FILES).json().at("/metadata/result_set/total").asInt())
                .isEqualTo(1);
    }

    @Test
    void takesTitleFromQueryOrFileName() {
        client.parts("POST", FILES + "?Title=Asked&Comments=c", "file@a.txt=hi");
        client.parts("POST", FILES, "FILE@b.txt=hi");

        assertThat(client.get(FILES).json().findValuesAsText("title")).containsExactly("Asked", "b.txt");
    }

    @ParameterizedTest
    @CsvSource({
        "QAC_TITLE_FROM_FILE, '', File@a.txt=hi",
        "QAC_TITLE_IN_QUERY, ?Title=t, File@a.txt=hi",
        "QAC_ANY_PART_NAMES, ?Title=t, file@a.txt=hi"
    })
    void refusesWhatIsOnlyAssumedWhenToldTo(Assumption assumption, String query, String part) {
        var without = assumption == Assumption.QAC_TITLE_IN_QUERY
                ? new Assumption[] {assumption, Assumption.QAC_TITLE_FROM_FILE}
                : new Assumption[] {assumption};
        restart(StandInOptions.defaults().without(without));

        assertThat(client.parts("POST", FILES + query, part).status()).isEqualTo(400);
    }

    @Test
    void givesAnIdWhenToldTo() {
        restart(StandInOptions.defaults().without(Assumption.QAC_FILE_WITHOUT_ID));

        assertThat(client.parts("POST", FILES, "Title=t", "File@a.txt=hi")
                        .json()
                        .get("id")
                        .asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ProjectId=2", "EntityCode=Tests", "EntityId=13"})
    void refusesIdsThatContradictTheAddress(String part) {
        assertThat(client.parts("POST", FILES, part, "Title=t", "File@a.txt=hi").status())
                .isEqualTo(400);
    }

    @Test
    void refusesABodyThatIsNotOfParts() {
        assertThat(client.send("POST", FILES, "{'Title':'t'}").status()).isEqualTo(400);
        assertThat(client.send("POST", FILES, "multipart/form-data", "x").status())
                .isEqualTo(400);
        assertThat(client.send("POST", FILES, "multipart/form-data; boundary=b", "--b\r\nContent-Disp")
                        .status())
                .isEqualTo(400);
        assertThat(client.parts("POST", FILES, "Title=t").status()).isEqualTo(400);
        assertThat(server.data().resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void letsOnlyThoseWhoMayUpdateAddFiles() {
        var reader = client.as("reader@attest.example", "attest-demo");

        assertThat(QaCompleteClient.refusal(reader.parts("POST", FILES, "Title=t", "File@a.txt=hi")))
                .isEqualTo("403 Access is denied");
        assertThat(reader.get(FILES).json().at("/metadata/permissions/acl").asInt())
                .isEqualTo(1);
        assertThat(QaCompleteClient.refusal(client.in(2).get("v1/tests"))).isEqualTo("403 Access is denied");
    }

    @ParameterizedTest
    @CsvSource({"JSON_413, 413, application/json", "HTML_404, 404, text/html", "HTML_500, 500, text/html"})
    void answersALargeFileAsTold(Oversize oversize, int status, String type) {
        restart(StandInOptions.defaults()
                .withQaComplete(QaCompletePolicy.defaults().withLargestFile(100_000, oversize)));

        var fits = client.parts("POST", FILES, "Title=t", "File@a.txt=" + "x".repeat(100_000));
        var larger = client.parts("POST", FILES, "Title=t", "File@a.txt=" + "x".repeat(100_001));

        assertThat(fits.status()).isEqualTo(200);
        assertThat(larger.status()).isEqualTo(status);
        assertThat(larger.header("Content-Type")).startsWith(type);
        assertThat(client.get(FILES).json().at("/metadata/result_set/total").asInt())
                .isEqualTo(1);
    }

    @Test
    void resetsTheConnectionOfALargeFileWhenToldTo() {
        restart(StandInOptions.defaults()
                .withQaComplete(QaCompletePolicy.defaults().withLargestFile(10, Oversize.RESET)));

        assertThatThrownBy(() -> client.parts("POST", FILES, "Title=t", "File@a.txt=12345678901"))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(server.requests().get(0).status()).isZero();
    }

    @Test
    void isAtTheFirstVersionOnly() {
        assertThat(client.get("v2/Bugs/12/files").status()).isEqualTo(404);
        assertThat(client.get("v3/Bugs/12/files").status()).isEqualTo(404);

        restart(StandInOptions.defaults().without(Assumption.QAC_VERSION_PER_RESOURCE));

        assertThat(client.get("v2/Bugs/12/files").status()).isEqualTo(200);
    }
}
