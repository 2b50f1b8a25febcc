package dev.attest.internal.rest;

import dev.attest.internal.config.NetworkSettings;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.http.ExchangeFailedException;
import dev.attest.internal.http.Http;
import dev.attest.internal.http.HttpSettings;
import dev.attest.internal.http.Request;
import dev.attest.internal.http.Response;
import dev.attest.internal.http.RetryAfter;
import dev.attest.internal.json.Json;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.json.MalformedJsonException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes calls, each once, and tells whether the response is an acknowledgement. Thread-safe. */
public final class RestClient {

    private final Http http;
    private final BasicLogin login;
    private final FailurePolicy policy;
    private final Clock clock;

    /** Connects to nothing yet. */
    public RestClient(Http http, BasicLogin login, FailurePolicy policy, Clock clock) {
        this.http = http;
        this.login = login;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Returns how a service is reached.
     *
     * @param attachments how many attachments travel at once; one more connection is for everything else
     * @param environment of the process, for {@code HTTPS_PROXY} and its kin
     */
    public static HttpSettings settings(NetworkSettings network, int attachments, Map<String, String> environment) {
        return new HttpSettings(
                attachments + 1, environment, network.proxy().reveal(), network.trusted(), network.certificate());
    }

    /** Returns a client of the same service that judges failures by another policy. */
    public RestClient with(FailurePolicy other) {
        return new RestClient(http, login, other, clock);
    }

    /** Returns what failures mean. */
    public FailurePolicy policy() {
        return policy;
    }

    /** Makes the call and returns its acknowledgement. */
    public Reply send(Call call) throws NotDeliveredException {
        return acknowledged(call, accepted(call));
    }

    /** Makes a call whose acknowledgement holds nothing of interest. */
    public void sendForNothing(Call call) throws NotDeliveredException {
        accepted(call);
    }

    /** Makes the call and returns whatever came back. */
    public Response exchange(Call call) throws ExchangeFailedException {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/json");
        headers.put("Authorization", login.header());
        headers.putAll(call.headers());
        return http.exchange(new Request(call.method(), call.uri(), headers, call.body()));
    }

    /** Returns the acknowledgement that a response is, if it is one. */
    public Reply acknowledged(Call call, Response response) throws NotDeliveredException {
        requireAccepted(call, response);
        if (response.truncated()) {
            throw unusable(call, response, "its text breaks off");
        }
        try {
            JsonValue json = Json.read(response.body());
            if (json.isObject()) {
                return new Reply(call, json, response, this);
            }
        } catch (MalformedJsonException e) {
            throw unusable(call, response, "its text is no JSON");
        }
        throw unusable(call, response, "its text is no JSON object");
    }

    /** Returns the failure of a call that got no response. */
    public NotDeliveredException withoutResponse(Call call, ExchangeFailedException e) {
        FailedCall failed = FailedCall.withoutResponse(this, call, String.valueOf(e.getMessage()));
        return failure(failed, failed.withoutResponse(e.failure()));
    }

    /** Returns the failure of a call that something else than the service answered. */
    public NotDeliveredException misdirected(Call call, String what, String advice) {
        FailedCall failed = FailedCall.withoutResponse(this, call, what);
        return failure(failed, failed.attention(advice));
    }

    NotDeliveredException unusable(Call call, Response response, String why) {
        FailedCall failed = FailedCall.unusable(this, call, response, why);
        return failure(failed, failed.retryIfItLasts(call.writes()));
    }

    Duration pause(Response response) {
        return RetryAfter.of(response, clock);
    }

    String redacted(String text) {
        return login.redacted(text);
    }

    private Response accepted(Call call) throws NotDeliveredException {
        try {
            Response response = exchange(call);
            requireAccepted(call, response);
            return response;
        } catch (ExchangeFailedException e) {
            throw withoutResponse(call, e);
        }
    }

    private void requireAccepted(Call call, Response response) throws NotDeliveredException {
        if (!policy.accepts(response)) {
            FailedCall failed = FailedCall.refused(this, call, response);
            throw failure(failed, policy.judge(failed));
        }
    }

    private static NotDeliveredException failure(FailedCall failed, DeliveryResult delivery) {
        return new NotDeliveredException(delivery, failed.status(), failed.error());
    }
}
