package dev.attest.standin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attest.standin.Client.Reply;
import dev.attest.standin.rules.Product;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ResourceAreasIT {

    private static final String PLANS = "e4c27205-9d23-4c98-b958-d798bc3f9cd4";

    @Test
    void pointsEachAreaAtTheCollection() {
        try (var server = StandIn.start()) {
            var areas = send(server, "GET", "resourceAreas").json();

            assertThat(areas.at("/value").findValuesAsText("name"))
                    .contains("test", "testplan", "wit", "core", "build");
            assertThat(areas.at("/value").findValuesAsText("locationUrl")).containsOnly(server.url() + "/");
            assertThat(send(server, "GET", "resourceAreas/" + PLANS).json().get("name"))
                    .hasToString("\"testplan\"");
            assertThat(send(server, "GET", "resourceAreas/x").refusal()).isEqualTo("404 ResourceAreaNotFoundException");
        }
    }

    @Test
    void hasNoListOfAreasOnPremises() {
        try (var server = StandIn.start(StandInOptions.defaults().emulating(Product.SERVER_2022))) {
            assertThat(send(server, "GET", "resourceAreas").text()).isEqualTo("{\"count\":0,\"value\":null}");
            assertThat(send(server, "GET", "resourceAreas/" + PLANS).status()).isEqualTo(404);
        }
    }

    @Test
    void listsTheResourcesOfAnAreaInAnyCase() {
        try (var server = StandIn.start()) {
            assertThat(names(send(server, "OPTIONS", "location"))).contains("ResourceAreas", "ConnectionData");
            assertThat(names(send(server, "OPTIONS", "TestPlan"))).contains("Plans", "Suites", "SuiteTestCase");
            assertThat(names(send(server, "OPTIONS", "WIT"))).contains("workItems", "wiql");
        }
    }

    @Test
    void listsNoResourceThatCameLater() {
        try (var server = StandIn.start(StandInOptions.defaults().emulating(Product.TFS_2015))) {
            assertThat(names(send(server, "OPTIONS", "testplan"))).isEmpty();
            assertThat(names(send(server, "OPTIONS", "Location"))).containsExactly("ConnectionData");
        }
    }

    private static Iterable<String> names(Reply options) {
        return options.json().findValues("resourceName").stream()
                .map(JsonNode::asText)
                .toList();
    }

    private static Reply send(StandIn server, String method, String path) {
        return Client.send(HttpRequest.newBuilder(URI.create(server.url() + "/_apis/" + path))
                .header("Authorization", Client.basic("attest-demo"))
                .method(method, BodyPublishers.noBody())
                .build());
    }
}
