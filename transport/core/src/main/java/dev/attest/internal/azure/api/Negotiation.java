package dev.attest.internal.azure.api;

import dev.attest.internal.rest.Call;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.RestClient;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the service once for its API versions, unless the user has set one. Repeats after a failure. Thread-safe. */
public final class Negotiation {

    private final RestClient client;
    private final Call call;
    private @Nullable ApiVersions versions;

    Negotiation(RestClient client, URI area, String chosen) {
        this.client = client;
        this.call = withoutRedirect(new Call("find out which API versions the service speaks", "OPTIONS", area, null));
        this.versions = chosen.isBlank() ? null : ApiVersions.of(chosen.strip());
    }

    /** Returns the call for the API versions of the service. */
    public Call call() {
        return call;
    }

    /** Returns the failure of that call to a server that is not Azure DevOps. */
    public NotDeliveredException misdirected() {
        return client.misdirected(
                call,
                "a reply without the test runs of Azure DevOps",
                AzureFailurePolicy.checkUrl(call) + " Or set attest.azure.api-version.");
    }

    /** Adds a header without which the service redirects a wrong token to a sign-in page. */
    static Call withoutRedirect(Call call) {
        return call.with("X-TFS-FedAuthRedirect", "Suppress");
    }

    synchronized ApiVersions versions() throws NotDeliveredException {
        if (versions == null) {
            Optional<ApiVersions> suiting =
                    ApiVersions.suiting(client.send(call).json());
            if (suiting.isEmpty()) {
                throw misdirected();
            }
            versions = suiting.get();
        }
        return versions;
    }
}
