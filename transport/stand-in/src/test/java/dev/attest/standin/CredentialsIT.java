package dev.attest.standin;

import dev.attest.standin.rules.Product;
import dev.attest.standin.rules.SignIn;
import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CredentialsIT {

    @Test
    void takesTheTokenAsPasswordOrAsBearer() {
        try (var server = StandIn.start()) {
            assertThat(connect(server, "Authorization", Client.basic("attest-demo"))
                            .json()
                            .at("/authenticatedUser"))
                    .isNotEmpty();
            assertThat(connect(server, "Authorization", "Bearer attest-demo").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void answers401OnlyWhenAskedTo() {
        try (var server = StandIn.start(StandInOptions.defaults().emulating(Product.SERVER_2022))) {
            var bad = Client.basic("wrong");
            assertThat(connect(server, "Authorization", bad, "X-TFS-FedAuthRedirect", "Suppress")
                            .status())
                    .isEqualTo(401);
            assertThat(connect(server, "Authorization", bad).status()).isEqualTo(302);
            assertThat(connect(server, "Authorization", bad).header("Location")).endsWith("/_signin");
        }
    }

    @Test
    void showsTheSignInPageOfTheHostedProduct() {
        try (var server = StandIn.start()) {
            var reply = connect(server, "Authorization", Client.basic("wrong"));

            assertThat(reply.status()).isEqualTo(203);
            assertThat(reply.header("Content-Type")).startsWith("text/html");
        }
    }

    @Test
    void turnsAwayAsTold() {
        try (var server = StandIn.start(StandInOptions.defaults().turningAway(SignIn.UNAUTHORIZED))) {
            assertThat(connect(server).status()).isEqualTo(401);
        }
    }

    @Test
    void knowsOnlyItsProjects() {
        try (var server = StandIn.start(StandInOptions.defaults().withProjects("Fabrikam Fiber", "demo"))) {
            var base = server.url() + "/_apis/projects/";
            var found = Client.send(request(base + "fabrikam%20fiber", "Authorization", Client.basic("attest-demo")));
            var missing = Client.send(request(base + "nope", "Authorization", Client.basic("attest-demo")));

            assertThat(found.json().get("name").asText()).isEqualTo("Fabrikam Fiber");
            assertThat(missing.refusal()).isEqualTo("404 ProjectDoesNotExistWithNameException");
            assertThat(missing.text()).contains("TF200016");
        }
    }

    private static Client.Reply connect(StandIn server, String... headers) {
        return Client.send(request(server.url() + "/_apis/connectionData?api-version=7.1-preview.1", headers));
    }

    private static HttpRequest request(String uri, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(uri));
        for (var index = 0; index < headers.length; index += 2) {
            request.header(headers[index], headers[index + 1]);
        }
        return request.build();
    }
}
