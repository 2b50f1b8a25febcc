package dev.attest.standin.qacomplete;

import dev.attest.standin.rules.Assumption;
import dev.attest.standin.rules.Oversize;
import dev.attest.standin.rules.Policy;
import dev.attest.standin.rules.Refusal;
import io.javalin.http.Context;

/** What does not go well, on the wire. */
final class Answers {

    /** The attribute of a request whose connection is to be reset instead of answered. */
    static final String RESET = "attest.reset";

    private Answers() {}

    static void refuse(Context context, Policy policy, Refusal refusal) {
        context.status(refusal.status());
        if (!policy.holds(Assumption.QAC_JSON_ERRORS)) {
            context.contentType("text/plain; charset=utf-8").result(refusal.text());
            return;
        }
        var error = Documents.object();
        error.putObject("response_status")
                .put("error_code", refusal.typeKey())
                .put("message", refusal.text())
                .put("stack_trace", "")
                .putArray("errors");
        context.contentType("application/json; charset=utf-8").result(error.toString());
    }

    static void signIn(Context context, Policy policy) {
        context.header("WWW-Authenticate", "Basic realm=\"/rest-api/service/auth\"");
        refuse(context, policy, new Refusal(401, "AuthenticationException", "Invalid login or password"));
    }

    static void tooLarge(Context context, Policy policy, Oversize oversize, Oversized fact) {
        switch (oversize) {
            case JSON_413 ->
                refuse(context, policy, new Refusal(413, "RequestEntityTooLarge", String.valueOf(fact.getMessage())));
            case HTML_404 ->
                page(
                        context,
                        404,
                        "HTTP Error 404.13 - Not Found",
                        "The request filtering module is configured to deny a request that exceeds the request content"
                                + " length.");
            case HTML_500 -> page(context, 500, "Runtime Error", "Maximum request length exceeded.");
            default -> context.attribute(RESET, true);
        }
    }

    private static void page(Context context, int status, String title, String text) {
        context.status(status)
                .contentType("text/html; charset=utf-8")
                .result("<!DOCTYPE html><html><head><title>" + title + "</title></head><body><h1>" + title + "</h1><p>"
                        + text + "</p></body></html>");
    }
}
