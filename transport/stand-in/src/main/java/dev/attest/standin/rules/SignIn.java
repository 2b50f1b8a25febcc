package dev.attest.standin.rules;

/** How the service answers a request without valid credentials. */
public enum SignIn {
    /**
     * 401 if the request has {@code X-TFS-FedAuthRedirect: Suppress}. Without that header the hosted product answers a
     * wrong token with a sign-in page (203), and every other request is redirected to the sign-in page (302).
     */
    AS_ASKED,
    /** Always 401. */
    UNAUTHORIZED,
    /** Always 302. */
    REDIRECT,
    /** Always 203 with an HTML page. */
    PAGE
}
