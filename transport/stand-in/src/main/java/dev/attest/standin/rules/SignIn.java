package dev.attest.standin.rules;

/** How the service turns away a request without good credentials. */
public enum SignIn {
    /**
     * 401 when the request asks for it with {@code X-TFS-FedAuthRedirect: Suppress}; else the hosted product shows a
     * sign-in page (203) to a wrong token, and everything else is sent to sign in (302).
     */
    AS_ASKED,
    /** Always 401. */
    UNAUTHORIZED,
    /** Always 302. */
    REDIRECT,
    /** Always 203 with an HTML page. */
    PAGE
}
