package dev.attest.standin.junit;

import dev.attest.standin.StandIn;
import dev.attest.standin.StandInOptions;
import dev.attest.standin.rules.Product;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** The README shows these tests of a client that knows nothing of Attest. */
class RunClientIT {

    /** What a user would test. */
    private record RunClient(URI collection, String project, String token) {

        int create(String name) throws IOException, InterruptedException {
            HttpResponse<String> created = post(name);
            return created.statusCode() == 503 ? post(name).statusCode() : created.statusCode();
        }

        private HttpResponse<String> post(String name) throws IOException, InterruptedException {
            String login = Base64.getEncoder().encodeToString((":" + token).getBytes(StandardCharsets.UTF_8));
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(
                                            URI.create(collection + "/" + project + "/_apis/test/runs?api-version=5.0"))
                                    .header("Authorization", "Basic " + login)
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString("{\"name\":\"" + name + "\"}"))
                                    .build(),
                            BodyHandlers.ofString());
        }
    }

    @Nested
    @StandInTest(product = Product.SERVER_2022)
    class RunClientTest {

        @Test
        void triesAgainWhenTheServiceIsBusy(StandIn service) throws Exception {
            service.faults().on("POST", "/runs").nth(1).answer(503);
            var client = new RunClient(service.url(), service.project(), service.token());

            assertThat(client.create("nightly")).isEqualTo(200);
            assertThat(service.requests()).hasSize(2);
        }
    }

    @Nested
    class WithAllOptions {

        @RegisterExtension
        static final StandInExtension SERVICE =
                new StandInExtension(StandInOptions.defaults().withToken("secret"));

        @Test
        void isSentToTheSignInPageWithAnotherToken() throws Exception {
            StandIn service = SERVICE.standIn();

            assertThat(new RunClient(service.url(), service.project(), "another").create("nightly"))
                    .isEqualTo(203);
        }
    }
}
