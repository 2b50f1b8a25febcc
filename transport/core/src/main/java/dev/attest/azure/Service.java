package dev.attest.azure;

import dev.attest.config.Secret;
import dev.attest.http.ExchangeFailedException;
import dev.attest.http.Http;
import dev.attest.http.Request;
import dev.attest.http.Response;
import dev.attest.json.Json;
import dev.attest.json.JsonValue;
import dev.attest.json.MalformedJsonException;
import dev.attest.publish.Delivery;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Speaks to the service: who asks, in which version, and whether the reply is an acknowledgement. See
 * <a href="https://learn.microsoft.com/azure/devops/integrate/how-to/call-rest-api">Call a REST API</a>.
 */
final class Service {

    private final Http http;
    private final Verdicts verdicts;
    private final String authorization;

    Service(Http http, Secret token, Verdicts verdicts) {
        this.http = http;
        this.verdicts = verdicts;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((":" + token.reveal()).getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the acknowledgement of the call, which is made once. */
    Reply send(Call call) throws NotDeliveredException {
        return acknowledged(call, tryExchange(call));
    }

    /** Makes a call, once, whose acknowledgement says nothing. */
    void sendForNothing(Call call) throws NotDeliveredException {
        requireAccepted(call, tryExchange(call));
    }

    private Response tryExchange(Call call) throws NotDeliveredException {
        try {
            return exchange(call);
        } catch (ExchangeFailedException e) {
            throw new NotDeliveredException(verdicts.of(call, e), 0, ErrorBody.NONE);
        }
    }

    /** Returns whatever came back. */
    Response exchange(Call call) throws ExchangeFailedException {
        return http.exchange(request(call));
    }

    /** Returns the acknowledgement that this response is, if it is one. */
    Reply acknowledged(Call call, Response response) throws NotDeliveredException {
        requireAccepted(call, response);
        return new Reply(call, json(call, response), response, verdicts.pause(response));
    }

    private void requireAccepted(Call call, Response response) throws NotDeliveredException {
        if (!verdicts.accepts(response)) {
            ErrorBody error = ErrorBody.of(response);
            throw new NotDeliveredException(verdicts.of(call, response, error), response.status(), error);
        }
    }

    /** Returns the error of a reply that lacks what it should tell. */
    NotDeliveredException unusable(Reply reply, String why) {
        return failure(reply.response(), verdicts.unusable(reply.call(), reply.response(), why));
    }

    /** Returns the error of a reply that is of something else than Azure DevOps. */
    NotDeliveredException misdirected(Call call) {
        return new NotDeliveredException(verdicts.misdirected(call), 0, ErrorBody.NONE);
    }

    private JsonValue json(Call call, Response response) throws NotDeliveredException {
        Function<String, NotDeliveredException> unusable =
                why -> failure(response, verdicts.unusable(call, response, why));
        if (response.truncated()) {
            throw unusable.apply("its text breaks off");
        }
        try {
            JsonValue json = Json.read(response.body());
            if (!json.isObject()) {
                throw unusable.apply("its text is no JSON object");
            }
            return json;
        } catch (MalformedJsonException e) {
            throw unusable.apply("its text is no JSON");
        }
    }

    private Request request(Call call) {
        Map<String, String> headers = new LinkedHashMap<>();
        String version = call.version().isEmpty() ? "" : ";api-version=" + call.version();
        headers.put("Accept", "application/json" + version);
        headers.put("Authorization", authorization);
        // Else a wrong token is answered with a redirect to a page for signing in.
        headers.put("X-TFS-FedAuthRedirect", "Suppress");
        if (!call.contentRange().isEmpty()) {
            headers.put("Content-Range", call.contentRange());
        }
        return new Request(call.kind().name(), withVersion(call), headers, call.body());
    }

    private static URI withVersion(Call call) {
        if (call.version().isEmpty()) {
            return call.uri();
        }
        String separator = call.uri().getRawQuery() == null ? "?" : "&";
        return URI.create(call.uri() + separator + "api-version=" + call.version());
    }

    private static NotDeliveredException failure(Response response, Delivery delivery) {
        return new NotDeliveredException(delivery, response.status(), ErrorBody.NONE);
    }
}
