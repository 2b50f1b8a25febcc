package dev.attest.standin;

import dev.attest.standin.rules.Product;
import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VersionsIT {

    @Test
    void keepsAttachmentsInPreviewUntil70() {
        try (var server = StandIn.start(StandInOptions.defaults().emulating(Product.SERVER_2020))) {
            var client = Client.of(server).speaking("6.0");
            var path = "runs/" + client.createRun() + "/attachments";
            var body = "{'stream':'aGk=','fileName':'a.txt'}";

            assertThat(client.post(path, body).refusal()).isEqualTo("400 VssInvalidPreviewVersionException");
            assertThat(client.speaking("6.0-preview.1").post(path, body).status())
                    .isEqualTo(200);
            assertThat(client.speaking("5.0-preview.1").post(path, body).status())
                    .isEqualTo(200);
            assertThat(client.speaking("7.0").post(path, body).refusal())
                    .isEqualTo("400 VssVersionOutOfRangeException");
        }
    }

    @Test
    void knowsNoSubResultsBefore50() {
        try (var server = StandIn.start()) {
            var path = "runs/" + Client.of(server).createRun() + "/results";
            var attempt = "[{'id':100000,'outcome':'Passed','subResults':[{'sequenceId':1,'outcome':'Failed'}]}]";
            Client.of(server).post(path, "[{'testCaseTitle':'a'}]");

            var before = Client.of(server).speaking("4.1").patch(path, attempt);
            var since = Client.of(server).speaking("5.0").patch(path, attempt);

            assertThat(before.status()).isEqualTo(200);
            assertThat(before.json().at("/value/0").has("subResults")).isFalse();
            assertThat(since.json().at("/value/0/subResults")).hasToString("[{\"id\":1}]");
        }
    }

    @Test
    void showsNoMembersThatAVersionDoesNotHave() {
        try (var server = StandIn.start()) {
            var client = Client.of(server);
            var run = "runs/"
                    + client.post(
                                    "runs",
                                    "{'name':'r','build':{'id':7},"
                                            + "'pipelineReference':{'pipelineId':7,'jobReference':{'jobName':'j'}}}")
                            .json()
                            .get("id");
            client.post(run + "/results", "[{'testCaseTitle':'a','state':'Completed','outcome':'Passed'}]");
            client.patch(
                    run + "/results",
                    "[{'id':100000,'resultGroupType':'rerun','subResults':[{'sequenceId':1,'outcome':'Failed'}]}]");

            assertThat(client.speaking("5.0").get(run).text()).doesNotContain("pipelineReference", "resultMetadata");
            assertThat(client.speaking("5.1").get(run).text())
                    .contains("pipelineReference")
                    .doesNotContain("resultMetadata");
            assertThat(client.speaking("6.0").get(run).text()).contains("pipelineReference", "resultMetadata");
        }
    }

    @Test
    void namesAResultToChangeByAReferenceBefore30() {
        try (var server = StandIn.start()) {
            var client = Client.of(server);
            var path = "runs/" + client.createRun() + "/results";
            client.post(path, "[{'testCaseTitle':'a'}]");
            var byId = "[{'id':100000,'outcome':'Passed'}]";
            var byReference = "[{'testResult':{'id':100000},'outcome':'Passed'}]";

            assertThat(client.speaking("1.0").patch(path, byId).refusal()).isEqualTo("400 InvalidPropertyException");
            assertThat(client.speaking("1.0").patch(path, byReference).status()).isEqualTo(200);
            assertThat(client.speaking("3.0").patch(path, byId).status()).isEqualTo(200);
        }
    }

    @Test
    void needsAVersionToWriteInTheQueryOrTheAcceptHeader() {
        try (var server = StandIn.start()) {
            var client = Client.of(server);
            var request = HttpRequest.newBuilder(URI.create(server.url() + "/demo/_apis/test/runs"))
                    .header("Authorization", Client.basic("attest-demo"))
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/json;api-version=7.1")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"r\"}"));

            assertThat(client.speaking("").post("runs", "{'name':'r'}").refusal())
                    .isEqualTo("400 VssVersionNotSpecifiedException");
            assertThat(Client.send(request.build()).status()).isEqualTo(200);
            assertThat(client.speaking("").get("runs").status()).isEqualTo(200);
            assertThat(client.speaking("7.2").get("runs").refusal()).isEqualTo("400 VssInvalidPreviewVersionException");
        }
    }

    @Test
    void listsItsResourcesWithTheirRanges() {
        try (var server = StandIn.start(StandInOptions.defaults().emulating(Product.SERVER_2019))) {
            var request = HttpRequest.newBuilder(URI.create(server.url() + "/_apis/test"))
                    .header("Authorization", Client.basic("attest-demo"))
                    .method("OPTIONS", HttpRequest.BodyPublishers.noBody());

            var list = Client.send(request.build()).json();

            assertThat(list.at("/value/0"))
                    .hasToString("{\"id\":\"cadb3810-d47d-4a3c-a234-fe5f3be50138\",\"area\":\"test\","
                            + "\"resourceName\":\"Runs\",\"routeTemplate\":\"{project}/_apis/{area}/{resource}/{runId}\","
                            + "\"resourceVersion\":3,\"minVersion\":\"1.0\",\"maxVersion\":\"5.1\","
                            + "\"releasedVersion\":\"5.0\"}");
        }
    }
}
