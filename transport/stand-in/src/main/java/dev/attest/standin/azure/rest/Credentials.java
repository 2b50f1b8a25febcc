package dev.attest.standin.azure.rest;

import dev.attest.standin.rules.Policy;
import dev.attest.standin.rules.SignIn;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Checks the token of a request, sent as the password of Basic or as Bearer. */
public final class Credentials {

    private final Policy policy;

    /** Creates the check for a policy. */
    public Credentials(Policy policy) {
        this.policy = policy;
    }

    /** Returns whether the request carries the token. Answers the request if it does not. */
    public boolean admit(Context context) {
        if (hasToken(context)) {
            return true;
        }
        turnAway(context, context.header("Authorization") != null);
        return false;
    }

    /** Returns whether the request carries the token. */
    public boolean hasToken(Context context) {
        var given = token(context.header("Authorization"));
        return given != null && same(given, policy.token());
    }

    private static boolean same(String left, String right) {
        return MessageDigest.isEqual(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String token(@Nullable String header) {
        if (header == null) {
            return null;
        }
        if (header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return header.substring(7).strip();
        }
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return "";
        }
        try {
            var pair = new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private void turnAway(Context context, boolean wrongToken) {
        switch (answerTo(context, wrongToken)) {
            case PAGE ->
                context.status(203)
                        .contentType("text/html; charset=utf-8")
                        .result("<!DOCTYPE html><html lang=\"en\"><head><title>Azure DevOps Services | Sign In</title>"
                                + "</head><body><h1>Sign in</h1></body></html>");
            case REDIRECT ->
                context.status(302)
                        .header("Location", "http://" + context.host() + "/_signin")
                        .contentType("text/html; charset=utf-8")
                        .result(
                                "<html><head><title>Object moved</title></head><body>Object moved to /_signin</body></html>");
            default ->
                context.status(401)
                        .header("WWW-Authenticate", "Basic realm=\"http://" + context.host() + "/\"")
                        .contentType("application/json; charset=utf-8")
                        .result(AzureErrors.wrapped(
                                "UnauthorizedRequestException",
                                "TF400813: The user is not authorized to access this resource."));
        }
    }

    private SignIn answerTo(Context context, boolean wrongToken) {
        if (policy.signIn() != SignIn.AS_ASKED) {
            return policy.signIn();
        }
        if ("Suppress".equalsIgnoreCase(context.header("X-TFS-FedAuthRedirect"))) {
            return SignIn.UNAUTHORIZED;
        }
        return policy.product().hosted() && wrongToken ? SignIn.PAGE : SignIn.REDIRECT;
    }
}
