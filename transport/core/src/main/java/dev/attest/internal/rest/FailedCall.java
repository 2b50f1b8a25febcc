package dev.attest.internal.rest;

import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.http.ExchangeFailedException.Failure;
import dev.attest.internal.http.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A call without an acknowledgement. A {@link FailurePolicy} turns it into a delivery result. The reason of the result
 * ends with advice. It never contains the credentials.
 *
 * <p>A writing call may have been applied if the connection was lost or timed out, or the status is 2xx, 408 or 5xx.
 * Any other failure means that it was not.
 *
 * @param client made the call
 * @param response has status 0 if no response came
 * @param error what the response says about the error
 * @param description what came back, for the reason
 */
public record FailedCall(RestClient client, Call call, Response response, ErrorBody error, String description) {

    private static final int HTTPS_PORT = 443;
    private static final Response NO_RESPONSE = new Response(0, Map.of(), "", false, "");
    private static final String RETRIED = "Attest retries the request.";
    private static final String SET_PROXY_LOGIN = "Set attest.proxy, best as the environment variable ATTEST_PROXY, to"
            + " http://user:password@host:port. Basic is all that is supported.";
    private static final String CHECK_PROXY =
            "Have the proxy let this host through, or set attest.proxy to another one, or to none.";

    static FailedCall withoutResponse(RestClient client, Call call, String description) {
        return new FailedCall(client, call, NO_RESPONSE, ErrorBody.NONE, description);
    }

    static FailedCall refused(RestClient client, Call call, Response response) {
        ErrorBody error = ErrorBody.of(response, client.policy().messagePaths());
        String quote = error.message().isEmpty() ? "" : " \"" + error.message() + "\"";
        return new FailedCall(client, call, response, error, status(response) + quote);
    }

    static FailedCall unusable(RestClient client, Call call, Response response, String why) {
        return new FailedCall(client, call, response, ErrorBody.NONE, status(response) + ", but " + why);
    }

    /** Returns the same failure with a more detailed description. */
    public FailedCall withDetail(String detail) {
        return new FailedCall(client, call, response, error, description + ", " + detail);
    }

    /** Returns the status of the response, or 0 if no response came. */
    public int status() {
        return response.status();
    }

    /** Returns whether the status is 2xx. The request may then have been applied. */
    public boolean success() {
        return status() / 100 == 2;
    }

    /** Returns a retry of a request that was not applied. */
    public Retry retry() {
        return retry(RETRIED, false);
    }

    /** Returns a retry that needs a person first. The request was not applied. */
    public Retry attention(String advice) {
        return attention(advice, false);
    }

    /** Returns a retry that needs a person first. */
    public Retry attention(String advice, boolean possiblyApplied) {
        return new Retry(reason(advice), Duration.ZERO, possiblyApplied, true);
    }

    /**
     * Returns a retry that needs a person first, for a failure that all calls have in common.
     *
     * @param trouble what is wrong, which counts more than what was attempted
     */
    public Retry attention(String trouble, String advice, boolean possiblyApplied) {
        String reason = trouble + ": " + call.shown() + ": " + description + ". " + advice;
        return new Retry(client.redacted(reason).strip(), Duration.ZERO, possiblyApplied, true);
    }

    /** Returns a permanent rejection of this request. */
    public Rejected reject(String advice) {
        return new Rejected(reason(advice), false);
    }

    /** Returns a permanent rejection of each request for the same run. */
    public Rejected rejectRun(String advice) {
        return new Rejected(reason(advice), true);
    }

    /** Returns the result for a status that means the same at each service, else that of {@code refused}. */
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
            case NOT_CONNECTED -> retry(RETRIED + " Check " + url + ".", false);
            case SPEAKS_HTTP ->
                attention("Set " + url + " to the port of https, or, if there is none, to " + withoutTls()
                        + ", which sends the token unprotected.");
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
            case CONNECTION_LOST, TIMED_OUT -> retryIfItLasts(call.writes());
        };
    }

    /** Returns the address of the service, with {@code http}. */
    private String withoutTls() {
        URI address = client.address();
        int port = address.getPort() < 0 ? HTTPS_PORT : address.getPort();
        return "http://" + address.getHost() + ":" + port + address.getRawPath();
    }

    private Retry retry(String advice, boolean possiblyApplied) {
        return new Retry(reason(advice), Duration.ZERO, possiblyApplied, false, isOver());
    }

    private Retry later(boolean possiblyApplied) {
        String advice = status() >= 500 ? RETRIED + ifItLasts() : RETRIED;
        return new Retry(reason(advice), client.pause(response), possiblyApplied, false, isOver());
    }

    /**
     * Returns whether the service itself answered a request that writes. A gateway answers while the service still
     * works on the request.
     */
    private boolean isOver() {
        return call.writes() && status() != 0 && status() != 408 && (status() < 502 || status() > 504);
    }

    private String ifItLasts() {
        return " If the failure lasts, check " + client.policy().urlSetting() + ".";
    }

    private String reason(String advice) {
        return client.redacted("Cannot " + call.purpose() + ": " + call.shown() + ": " + description + ". " + advice)
                .strip();
    }

    /** Names the proxy if the request did not use a tunnel, because the response may be that of the proxy. */
    private static String status(Response response) {
        String proxy = response.proxy();
        return response.status() + (proxy.isEmpty() ? "" : " (through the proxy " + proxy + ")");
    }
}
