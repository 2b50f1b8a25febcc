package dev.attest.qacomplete;

import dev.attest.config.Secret;
import dev.attest.http.ExchangeFailedException;
import dev.attest.http.Http;
import dev.attest.http.Request;
import dev.attest.http.Response;
import dev.attest.json.Json;
import dev.attest.json.JsonValue;
import dev.attest.json.MalformedJsonException;
import dev.attest.publish.Delivery;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Speaks to the service: as whom, and whether the reply is an acknowledgement. Each call says who asks: there is no session. */
final class Service {

    private final Http http;
    private final Verdicts verdicts;
    private final String authorization;

    Service(Http http, String user, Secret password, Verdicts verdicts) {
        this.http = http;
        this.verdicts = verdicts;
        this.authorization = "Basic " + login(user, password);
    }

    /** Returns what follows {@code Basic} in the header. */
    static String login(String user, Secret password) {
        byte[] login = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(login);
    }

    /** Returns the acknowledgement of the call, which is made once: JSON. */
    Reply send(Call call) throws NotDeliveredException {
        Response response = accepted(call);
        return new Reply(call, json(call, response), response, verdicts.pause(response));
    }

    /** Makes a call, once, of whose acknowledgement no word is needed. */
    void sendForNothing(Call call) throws NotDeliveredException {
        accepted(call);
    }

    /** Returns the error of a reply that lacks what it should tell. */
    NotDeliveredException unusable(Reply reply, String why) {
        return failure(reply.response(), verdicts.unusable(reply.call(), reply.response(), why));
    }

    private Response accepted(Call call) throws NotDeliveredException {
        Response response = exchange(call);
        if (!verdicts.accepts(response)) {
            ErrorBody error = ErrorBody.of(response);
            throw new NotDeliveredException(verdicts.of(call, response, error), response.status(), error);
        }
        return response;
    }

    private Response exchange(Call call) throws NotDeliveredException {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/json");
        headers.put("Authorization", authorization);
        try {
            return http.exchange(new Request(call.method(), call.uri(), headers, call.body()));
        } catch (ExchangeFailedException e) {
            throw new NotDeliveredException(verdicts.of(call, e), 0, ErrorBody.NONE);
        }
    }

    private JsonValue json(Call call, Response response) throws NotDeliveredException {
        if (response.truncated()) {
            throw failure(response, verdicts.unusable(call, response, "its text breaks off"));
        }
        try {
            JsonValue json = Json.read(response.body());
            if (json.isObject()) {
                return json;
            }
        } catch (MalformedJsonException e) {
            throw failure(response, verdicts.unusable(call, response, "its text is no JSON"));
        }
        throw failure(response, verdicts.unusable(call, response, "its text is no JSON object"));
    }

    private static NotDeliveredException failure(Response response, Delivery delivery) {
        return new NotDeliveredException(delivery, response.status(), ErrorBody.NONE);
    }
}
