package dev.attest.internal.rest;

import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.http.Response;

/** What failures mean at one service: retry, call a person, or give up. */
public interface FailurePolicy {

    /** Returns whether the response can be an acknowledgement, by its head. */
    default boolean accepts(Response response) {
        return response.status() / 100 == 2 && !response.isHtml();
    }

    /** Returns what a response means that is no acknowledgement. */
    DeliveryResult judge(FailedCall failed);

    /** Returns the name of the setting that holds the address of the service. */
    String urlSetting();

    /** Returns the name of the setting that pins a certificate; empty where there is none. */
    default String certificateSetting() {
        return "";
    }
}
