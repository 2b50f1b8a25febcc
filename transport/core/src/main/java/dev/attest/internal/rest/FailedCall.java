package dev.attest.internal.rest;

import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.http.ExchangeFailedException.Failure;
import dev.attest.internal.http.Response;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A call without an acknowledgement, from which a {@link FailurePolicy} makes a delivery. Each advice ends the reason
 * that people read; no reason holds the login.
 */
public final class FailedCall {

    private static final Response NO_RESPONSE = new Response(0, Map.of(), "", false, "");
    private static final String RETRIED = "It is tried again.";
    private static final String SET_PROXY_LOGIN = "Set attest.proxy, best as the environment variable ATTEST_PROXY, to"
            + " http://user:password@host:port. Basic is all that is supported.";
    private static final String CHECK_PROXY =
            "Have the proxy let this host through, or set attest.proxy to another one, or to none.";

    private final RestClient client;
    private final Call call;
    private final Response response;
    private final ErrorBody error;
    private final String what;

    private FailedCall(RestClient client, Call call, Response response, ErrorBody error, String what) {
        this.client = client;
        this.call = call;
        this.response = response;
        this.error = error;
        this.what = what;
    }

    static FailedCall withoutResponse(RestClient client, Call call, String what) {
        return new FailedCall(client, call, NO_RESPONSE, ErrorBody.NONE, what);
    }

    static FailedCall refused(RestClient client, Call call, Response response) {
        ErrorBody error = ErrorBody.of(response);
        String said = error.message().isEmpty() ? "" : " \"" + error.message() + "\"";
        return new FailedCall(client, call, response, error, status(response) + said);
    }

    static FailedCall unusable(RestClient client, Call call, Response response, String why) {
        return new FailedCall(client, call, response, ErrorBody.NONE, status(response) + ", but " + why);
    }

    /** Returns the same failure with more words on what came back. */
    public FailedCall butWas(String more) {
        return new FailedCall(client, call, response, error, what + ", " + more);
    }

    /** Returns the call. */
    public Call call() {
        return call;
    }

    /** Returns what came back; status 0 where nothing did. */
    public Response response() {
        return response;
    }

    /** Returns the status of the response; 0 where none came. */
    public int status() {
        return response.status();
    }

    /** Returns what the response says about the error. */
    public ErrorBody error() {
        return error;
    }

    /** Returns whether the status is one of success: then the request may have been applied. */
    public boolean success() {
        return status() / 100 == 2;
    }

    /** The call is retried, and was not applied. */
    public Retry retry() {
        return retry(RETRIED, false);
    }

    /** A person has to change something before a retry can succeed. The call was not applied. */
    public Retry attention(String advice) {
        return attention(advice, false);
    }

    /** A person has to change something before a retry can succeed. */
    public Retry attention(String advice, boolean possiblyApplied) {
        return new Retry(reason(advice), Duration.ZERO, possiblyApplied, true);
    }

    /** The service would refuse the same again. */
    public Rejected reject(String advice) {
        return new Rejected(reason(advice), false);
    }

    /** The service would refuse whatever is sent for the same run. */
    public Rejected rejectRun(String advice) {
        return new Rejected(reason(advice), true);
    }

    /** Returns what the status means at every service. */
    public DeliveryResult byStatus(Supplier<DeliveryResult> refused) {
        return switch (status()) {
            case 407 -> attention(SET_PROXY_LOGIN);
            case 409, 429 -> later(false);
            case 408 -> later(call.writes());
            default -> status() >= 500 ? later(call.writes()) : refused.get();
        };
    }

    Retry retryIfItLasts(boolean possiblyApplied) {
        return retry(RETRIED + ifItLasts(), possiblyApplied);
    }

    DeliveryResult withoutResponse(Failure failure) {
        String url = client.policy().urlSetting();
        String certificate = client.policy().certificateSetting();
        String orPin = certificate.isEmpty()
                ? ""
                : " Or, if that is the certificate of your server, set " + certificate + " to this SHA-256.";
        String trust = "Set attest.trust-store to a file with its issuer." + orPin;
        return switch (failure) {
            case UNKNOWN_HOST -> retry("Check " + url + ", or the network.", false);
            case NOT_CONNECTED -> retry("It is tried again; is " + url + " right?", false);
            case NOT_TRUSTED -> attention(trust);
            case OUT_OF_DATE -> attention("Have it renewed." + orPin);
            case WRONG_HOST -> attention("Check the host in " + url + "." + orPin);
            case NOT_THE_PINNED_ONE ->
                attention(
                        certificate.isEmpty()
                                ? trust
                                : "If that is the new certificate of your server, set " + certificate
                                        + " to this SHA-256.");
            case PROXY_WANTS_LOGIN -> attention(SET_PROXY_LOGIN);
            case PROXY_REFUSES -> attention(CHECK_PROXY);
            case UNREADABLE_BODY -> reject("");
            case CONNECTION_LOST, TIMED_OUT -> retryIfItLasts(call.writes() && failure.maybeSent());
        };
    }

    private Retry retry(String advice, boolean possiblyApplied) {
        return new Retry(reason(advice), Duration.ZERO, possiblyApplied, false);
    }

    private Retry later(boolean possiblyApplied) {
        String advice = status() >= 500 ? RETRIED + ifItLasts() : RETRIED;
        return new Retry(reason(advice), client.pause(response), possiblyApplied, false);
    }

    private String ifItLasts() {
        return " If that lasts, check " + client.policy().urlSetting() + ".";
    }

    private String reason(String advice) {
        return client.redacted("Cannot " + call.purpose() + ": " + call.shown() + ": " + what + ". " + advice)
                .strip();
    }

    /** A proxy that no tunnel leads through may have written any response, and nothing in it tells. */
    private static String status(Response response) {
        String proxy = response.proxy();
        return response.status() + (proxy.isEmpty() ? "" : " (through the proxy " + proxy + ")");
    }
}
