package dev.attest.internal.rest;

import dev.attest.internal.config.NetworkSettings;
import dev.attest.internal.destination.Accepted;
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
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes calls without retries and checks whether each response is an acknowledgement. Thread-safe. */
public final class RestClient {

    private final URI address;
    private final Http http;
    private final BasicLogin login;
    private final FailurePolicy policy;
    private final Clock clock;
    private final ServiceTime time;
    private final Throttling throttling;
    private final @Nullable ExchangeObserver observer;

    /** Value of {@link System#nanoTime} at which exchanges are given up; null for no such time. */
    private final @Nullable Long until;

    /**
     * Creates a client. The first call opens a connection.
     *
     * @param address of the service, as the user has set it
     */
    public RestClient(URI address, Http http, BasicLogin login, FailurePolicy policy, Clock clock) {
        this(address, http, login, policy, clock, new ServiceTime(System::nanoTime), new Throttling(), null, null);
    }

    private RestClient(
            URI address,
            Http http,
            BasicLogin login,
            FailurePolicy policy,
            Clock clock,
            ServiceTime time,
            Throttling throttling,
            @Nullable ExchangeObserver observer,
            @Nullable Long until) {
        this.address = address;
        this.observer = observer;
        this.throttling = throttling;
        this.http = http;
        this.login = login;
        this.policy = policy;
        this.clock = clock;
        this.time = time;
        this.until = until;
    }

    /**
     * Returns an HTTP client for parallel uploads of attachments. It has one more connection for other requests.
     *
     * @param address of the service
     */
    public static Http http(URI address, NetworkSettings network, int attachments, Map<String, String> environment) {
        String proxy = network.proxy().reveal();
        Http http = new Http(
                new HttpSettings(attachments + 1, environment, proxy, network.trusted(), network.certificate()));
        if ("https".equals(address.getScheme()) || proxy.startsWith("https:")) {
            http.prepareTls();
        }
        return http;
    }

    /** Returns a client for the same service with another failure policy. */
    public RestClient with(FailurePolicy other) {
        return new RestClient(address, http, login, other, clock, time, throttling, observer, until);
    }

    /**
     * Returns a client for the same service that waits for no reply after a time.
     *
     * @param end value of {@link System#nanoTime}
     */
    public RestClient until(long end) {
        return new RestClient(address, http, login, policy, clock, time, throttling, observer, end);
    }

    /** Returns a client for the same service that tells of its exchanges. */
    public RestClient observedBy(ExchangeObserver listening) {
        return new RestClient(address, http, login, policy, clock, time, throttling, listening, until);
    }

    /** Returns the address of the service, as the user has set it. */
    URI address() {
        return address;
    }

    /** Returns a sentence about requests that the service has held up; empty if there were none. */
    public String heldUp() {
        return throttling.sentence();
    }

    public FailurePolicy policy() {
        return policy;
    }

    /**
     * Returns the current time of the service, by the {@code Date} of its replies; empty before the first
     * acknowledgement that has one.
     */
    public Optional<Instant> serviceTime() {
        return time.now();
    }

    /** Returns the result of an operation whose earlier attempt may have been applied. */
    public static DeliveryResult resultOf(boolean possiblyApplied, Operation operation) {
        try {
            return operation.run();
        } catch (NotDeliveredException e) {
            return e.delivery(possiblyApplied);
        }
    }

    /** Makes the call and returns its acknowledgement. */
    public Reply send(Call call) throws NotDeliveredException {
        return acknowledged(call, sendIgnoringBody(call));
    }

    /** Makes the call and returns its acknowledgement, whatever its body is. */
    public Response sendIgnoringBody(Call call) throws NotDeliveredException {
        try {
            Response response = exchange(call);
            requireAccepted(call, response);
            return response;
        } catch (ExchangeFailedException e) {
            throw withoutResponse(call, e);
        }
    }

    /** Makes the call and returns the response, whether it is an acknowledgement or not. */
    public Response exchange(Call call) throws ExchangeFailedException {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/json");
        headers.put("Authorization", login.header());
        headers.putAll(call.headers());
        Request request = new Request(call.method(), call.uri(), headers, call.body());
        Response response = answered(request);
        throttling.note(response);
        if (observer != null) {
            observer.exchanged(request, response);
        }
        return response;
    }

    private Response answered(Request request) throws ExchangeFailedException {
        try {
            return until == null ? http.exchange(request) : http.exchange(request, until);
        } catch (ExchangeFailedException e) {
            if (observer != null) {
                observer.unanswered(request);
            }
            throw e;
        }
    }

    /** Returns the response as an acknowledgement. */
    public Reply acknowledged(Call call, Response response) throws NotDeliveredException {
        requireAccepted(call, response);
        if (response.truncated()) {
            throw unusable(call, response, "its text breaks off");
        }
        try {
            JsonValue json = Json.read(response.body(), call.members());
            if (json.isObject()) {
                return new Reply(call, json, response, this);
            }
        } catch (MalformedJsonException e) {
            throw unusable(call, response, "its text is not JSON");
        }
        throw unusable(call, response, "its text is not a JSON object");
    }

    /** Returns the failure of a call without a response, with that exception as its cause. */
    public NotDeliveredException withoutResponse(Call call, ExchangeFailedException e) {
        FailedCall failed = FailedCall.withoutResponse(this, call, String.valueOf(e.getMessage()));
        return new NotDeliveredException(failed.withoutResponse(e.failure()), 0, ErrorBody.NONE, e);
    }

    /** Returns the failure of a call to a server that is not the service. */
    public NotDeliveredException misdirected(Call call, String description, String advice) {
        FailedCall failed = FailedCall.withoutResponse(this, call, description);
        return failure(failed, failed.attention(advice));
    }

    NotDeliveredException unusable(Call call, Response response, String why) {
        FailedCall failed = FailedCall.unusable(this, call, response, why);
        return failure(failed, failed.retryIfItLasts(call.writes()));
    }

    Duration pause(Response response) {
        return RetryAfter.asks(response)
                ? RetryAfter.of(response, serviceTime().orElseGet(clock::instant))
                : Duration.ZERO;
    }

    String redacted(String text) {
        return login.redacted(text);
    }

    private void requireAccepted(Call call, Response response) throws NotDeliveredException {
        if (!policy.accepts(response)) {
            FailedCall failed = FailedCall.refused(this, call, response);
            throw failure(failed, policy.judge(failed));
        }
        time.note(response);
    }

    private static NotDeliveredException failure(FailedCall failed, DeliveryResult delivery) {
        return new NotDeliveredException(delivery, failed.status(), failed.error(), null);
    }

    /** One or more calls for a destination. */
    @FunctionalInterface
    public interface Operation {
        Accepted run() throws NotDeliveredException;
    }
}
