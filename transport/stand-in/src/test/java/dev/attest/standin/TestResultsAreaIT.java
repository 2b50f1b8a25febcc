package dev.attest.standin;

import dev.attest.standin.Client.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The area testresults, which has the same runs as the area test. */
class TestResultsAreaIT {

    private final StandIn server = StandIn.start();
    private final Client client = Client.of(server);
    private final WorkItems area = new WorkItems(server.url() + "/demo/_apis/testresults/", "7.1-preview.1");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void hasTheRunsAndResultsOfTheAreaTest() {
        var run = "runs/" + client.createRun();

        send("POST", run + "/results", "[{\"testCaseTitle\":\"a\"}]");

        assertThat(area.get(run).json()).isEqualTo(client.get(run).json());
        assertThat(area.get(run + "/results/100000").json())
                .isEqualTo(client.get(run + "/results/100000").json());
        assertThat(area.get(run + "/statistics").json())
                .isEqualTo(client.get(run + "/statistics").json());
    }

    @Test
    void isAPreviewInEveryVersion() {
        assertThat(area.speaking("7.1").get("runs").refusal()).isEqualTo("400 VssInvalidPreviewVersionException");
        assertThat(area.speaking("7.2-preview.2").get("runs").refusal())
                .isEqualTo("400 VssInvalidPreviewVersionException");
    }

    @Test
    void deletesAttachmentsWhichTheAreaTestDoesNot() {
        var run = "runs/" + client.createRun();
        client.post(run + "/results", "[{'testCaseTitle':'a'}]");
        for (var owner : new String[] {run, run + "/results/100000"}) {
            var files = owner + "/attachments";
            var file = files + "/"
                    + client.post(files, "{'stream':'aGk=','fileName':'a.txt'}")
                            .json()
                            .get("id");

            assertThat(client.delete(file).status()).isEqualTo(404);
            assertThat(send("DELETE", file, "").status()).isEqualTo(204);

            assertThat(client.get(files).json().get("value")).isEmpty();
            assertThat(send("DELETE", file, "").refusal()).isEqualTo("404 TestObjectNotFoundException");
        }
    }

    private Reply send(String method, String path, String body) {
        return area.json(method, path, "application/json", body);
    }
}
