package dev.attest.internal.rest;

import dev.attest.internal.destination.ProbeResult.Kind;
import dev.attest.internal.http.ExchangeFailedException.Failure;

/** Maps failures to the kinds of probe results that they have at each service. */
public final class ProbeKinds {

    private ProbeKinds() {}

    /** Returns the kind for a status other than 2xx and 3xx. Status 0 means that no response came. */
    public static Kind of(int status) {
        return switch (status) {
            case 0 -> Kind.NO_ANSWER;
            case 401 -> Kind.TOKEN_REFUSED;
            case 403 -> Kind.FORBIDDEN;
            case 404 -> Kind.NOT_FOUND;
            case 407 -> Kind.PROXY_CREDENTIALS;
            case 408, 429 -> Kind.UNWELL;
            default -> status >= 500 ? Kind.UNWELL : Kind.REFUSED;
        };
    }

    /** Returns the kind for a call without a response. */
    public static Kind of(Failure failure) {
        return switch (failure) {
            case UNKNOWN_HOST -> Kind.UNKNOWN_HOST;
            case NOT_CONNECTED, SPEAKS_HTTP, PROXY_REFUSES -> Kind.NOT_CONNECTED;
            case NOT_TRUSTED, OUT_OF_DATE, WRONG_HOST, NOT_THE_PINNED_ONE -> Kind.NOT_TRUSTED;
            case PROXY_WANTS_LOGIN -> Kind.PROXY_CREDENTIALS;
            case UNREADABLE_BODY, CONNECTION_LOST, TIMED_OUT -> Kind.NO_ANSWER;
        };
    }
}
