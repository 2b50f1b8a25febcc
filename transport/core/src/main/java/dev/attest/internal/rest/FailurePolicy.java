package dev.attest.internal.rest;

import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.http.Response;
import java.util.List;

/** Decides whether a failure at one service is retried, waits for a person, or is final. */
public interface FailurePolicy {

    /** Returns whether the response can be an acknowledgement, judged by status and headers. */
    default boolean accepts(Response response) {
        return response.status() / 100 == 2 && !response.isHtml();
    }

    /** Returns the delivery result for a response that is not an acknowledgement. */
    DeliveryResult judge(FailedCall failed);

    /**
     * Returns where the error of this service has its message: names of JSON members, separated by dots, the first
     * choice first; an empty text for the whole body. A member of a proxy or another server must not be among them, so
     * that its message is not taken for one of the service.
     */
    List<String> messagePaths();

    /** Returns the name of the setting for the URL of the service. */
    String urlSetting();

    /** Returns the name of the setting that pins a certificate, or an empty text if there is none. */
    default String certificateSetting() {
        return "";
    }
}
