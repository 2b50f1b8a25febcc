package dev.attest.internal.azure;

import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.azure.api.AzureFailurePolicy;
import dev.attest.internal.azure.api.Endpoint;
import dev.attest.internal.destination.ProbeResult;
import dev.attest.internal.destination.ProbeResult.Kind;
import dev.attest.internal.http.ExchangeFailedException;
import dev.attest.internal.http.Response;
import dev.attest.internal.rest.Call;
import dev.attest.internal.rest.ErrorBody;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.ProbeKinds;
import dev.attest.internal.rest.Reply;
import dev.attest.internal.rest.RestClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the calls of a probe and turns replies and failures into probe results. */
record ProbeCalls(AzureApi api, Clock clock) {

    /** Returns the result of the check, or that of its failure. */
    ProbeResult check(Check check) {
        try {
            return check.run();
        } catch (NotDeliveredException e) {
            Kind kind = e.getCause() instanceof ExchangeFailedException failed
                    ? ProbeKinds.of(failed.failure())
                    : kind(e.status(), e.error(), true);
            return new ProbeResult(kind, e.reason(), null);
        }
    }

    /** Makes a GET request. Any acknowledgement of it is a success with this message. */
    ProbeResult look(String purpose, Endpoint endpoint, String message) {
        return check(() -> ask(api.call(purpose, "GET", endpoint, null), reply -> Optional.of(message)));
    }

    /** @param message describes the reply; empty if the reply is not from Azure DevOps */
    ProbeResult ask(Call call, Function<Reply, Optional<String>> message) {
        RestClient client = api.client();
        Instant sent = clock.instant();
        Response response;
        try {
            response = client.exchange(call);
        } catch (ExchangeFailedException e) {
            Kind kind = ProbeKinds.of(e.failure());
            return new ProbeResult(kind, client.withoutResponse(call, e).reason(), null);
        }
        Duration ahead = clockAhead(response, sent);
        try {
            return message.apply(client.acknowledged(call, response))
                    .map(text -> new ProbeResult(Kind.OK, text, ahead))
                    .orElseGet(() -> new ProbeResult(
                            Kind.NO_COLLECTION, api.negotiation().misdirected().reason(), ahead));
        } catch (NotDeliveredException e) {
            Kind kind = kind(response.status(), e.error(), client.policy().accepts(response));
            return new ProbeResult(kind, e.reason(), ahead);
        }
    }

    /** @param accepted whether status and headers were those of an acknowledgement, but the body was not */
    private static Kind kind(int status, ErrorBody error, boolean accepted) {
        return switch (status / 100) {
            case 2 -> accepted ? Kind.NO_COLLECTION : Kind.SIGN_IN_PAGE;
            case 3 -> Kind.SIGN_IN_PAGE;
            default ->
                switch (status) {
                    case 404 -> notFound(error);
                    case 405 -> Kind.NO_COLLECTION;
                    default -> ProbeKinds.of(status);
                };
        };
    }

    private static Kind notFound(ErrorBody error) {
        if (AzureFailurePolicy.isOfProject(error)) {
            return Kind.UNKNOWN_PROJECT;
        }
        return error.structured() ? Kind.NOT_FOUND : Kind.NO_COLLECTION;
    }

    /** Compares the date of the response with the middle of the exchange. Returns null without a readable date. */
    private @Nullable Duration clockAhead(Response response, Instant sent) {
        Instant middle = sent.plus(Duration.between(sent, clock.instant()).dividedBy(2));
        return response.date().map(date -> Duration.between(middle, date)).orElse(null);
    }

    interface Check {
        ProbeResult run() throws NotDeliveredException;
    }
}
