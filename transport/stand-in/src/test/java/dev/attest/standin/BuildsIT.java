package dev.attest.standin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attest.standin.Client.Reply;
import dev.attest.standin.store.BuildStore.BuildRow;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BuildsIT {

    private static final String ADDED =
            "{\"id\":7,\"buildNumber\":\"20261201.3\",\"definition\":{\"id\":5,\"name\":\"shop\"},"
                    + "\"sourceBranch\":\"refs/heads/main\"}";

    private final StandIn server = StandIn.start(StandInOptions.defaults().withBuilds(1));
    private final Client client = Client.of(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void existWhenTheyAreAdded() {
        assertThat(client.post("runs", "{'name':'r','build':{'id':7}}").refusal())
                .isEqualTo("400 InvalidPropertyException");

        var reply = control("[" + ADDED + "]");

        assertThat(reply.json()).hasToString("[" + ADDED + "]");
        var run = client.post("runs", "{'name':'r','build':{'id':7}}").json();
        assertThat(run.at("/build/name").asText()).isEqualTo("20261201.3");
        assertThat(run.at("/buildConfiguration/branchName").asText()).isEqualTo("refs/heads/main");
        assertThat(run.at("/buildConfiguration/buildDefinitionId").asInt()).isEqualTo(5);
        assertThat(get("builds/7").at("/definition/name").asText()).isEqualTo("shop");
        assertThat(get("builds/7").at("/sourceBranch").asText()).isEqualTo("refs/heads/main");
    }

    @Test
    void areListedByDefinitionAndBranch() {
        server.builds().add(new BuildRow(7, "n7", 5, "shop", "refs/heads/main"));
        server.builds().add(new BuildRow(8, "n8", 5, "shop", "refs/heads/side"));
        server.builds().add(new BuildRow(9, "n9", 6, "mail", "refs/heads/main"));

        assertThat(ids("builds")).isEqualTo(List.of(9, 8, 7, 1));
        assertThat(ids("builds?definitions=5")).isEqualTo(List.of(8, 7));
        assertThat(ids("builds?definitions=5,6&branchName=refs/heads/main")).isEqualTo(List.of(9, 7));
        assertThat(ids("builds?buildNumber=n8")).isEqualTo(List.of(8));
        assertThat(ids("builds?definitions=5&$top=1")).isEqualTo(List.of(8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[{}]", "[{\"id\":7}]", "[1]", "[" + ADDED + ",{\"id\":8}]"})
    void areAddedTogetherOrNotAtAll(String body) {
        var reply = control(body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("such as\n\n[" + ADDED + "]");
        assertThat(server.builds().all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'build':{'id':7}                                      |                   | buildDefIds=5 branchName=refs/heads/main",
                "'build':{'id':7},'buildReference':{'BranchName':'x'}  |                   | buildDefIds=5 branchName=refs/heads/main",
                "'comment':''                                          | 'build':{'id':7}  | buildDefIds=5 branchName=refs/heads/main",
                "'build':{'id':7}                                      | 'build':{'id':9}  | buildDefIds=6 branchName=x",
                "'build':{'id':7}                                      | 'build':{'id':1}  | none",
                "'build':{'id':7}                                      | 'build':null      | none",
                "'build':{'id':1},'buildReference':{'branchName':'x'}  | 'comment':'c'     | branchName=x",
                "'build':{'id':1},'buildReference':{'branchName':'x'}  | 'build':{'id':7}  | buildDefIds=5 branchName=refs/heads/main",
                "'buildReference':{'branchName':'x'}                   | 'build':{'id':1}  | branchName=x"
            })
    void findTheRunsThatNameThem(String created, @Nullable String changed, String found) {
        server.builds().add(new BuildRow(7, "n7", 5, "shop", "refs/heads/main"));
        server.builds().add(new BuildRow(9, "n9", 6, "mail", "x"));

        client.post("runs", "{'name':'r'," + created + "}");
        client.patch("runs/1", "{" + (changed == null ? "" : changed) + "}");

        var now = Instant.now();
        var days = "runs?minLastUpdatedDate=" + now.minus(1, ChronoUnit.DAYS) + "&maxLastUpdatedDate="
                + now.plus(1, ChronoUnit.DAYS) + "&";
        assertThat(Stream.of("buildDefIds=5", "buildDefIds=6", "branchName=refs/heads/main", "branchName=x")
                        .filter(filter ->
                                client.get(days + filter).json().at("/count").asInt() == 1))
                .containsExactlyElementsOf(found.equals("none") ? List.of() : List.of(found.split(" ")));
    }

    @Test
    void nameTheirNumberInListsOfRuns() {
        server.builds().add(new BuildRow(7, "n7", 5, "shop", "refs/heads/main"));
        client.post("runs", "{'name':'r','build':{'id':7}}");

        assertThat(client.get("runs").json().at("/value/0/build/name").asText()).isEqualTo("n7");
    }

    private Reply control(String body) {
        return Client.send(HttpRequest.newBuilder(URI.create(server.page() + "_attest/builds"))
                .header("Authorization", Client.basic(server.token()))
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private JsonNode get(String path) {
        return new WorkItems(server.url() + "/demo/_apis/build/", "7.1")
                .get(path)
                .json();
    }

    private List<Integer> ids(String path) {
        var ids = new ArrayList<Integer>();
        get(path).get("value").forEach(build -> ids.add(build.get("id").asInt()));
        return ids;
    }
}
