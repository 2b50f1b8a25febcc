package dev.attest.standin.qacomplete;

import dev.attest.standin.rules.Assumption;
import dev.attest.standin.rules.Oversize;
import dev.attest.standin.rules.Policy;
import dev.attest.standin.rules.Refusal;
import io.javalin.http.Context;

/** The errors of QAComplete: its texts are those that its documents print, its status codes those of its framework. */
final class QaCompleteErrors {

    /** The attribute of a request that is answered by a reset of its connection. */
    static final String RESET = "attest.reset";

    private QaCompleteErrors() {}

    /** Refuses an unknown project, and equally a right that the user does not have. */
    static Refusal denied() {
        return new Refusal(403, "UnauthorizedAccessException", "Access is denied");
    }

    static Refusal notFound() {
        return new Refusal(404, "FileNotFoundException", "File or directory not found");
    }

    static Refusal invalid(String message) {
        return new Refusal(400, "ArgumentException", message);
    }

    static void send(Context context, Policy policy, Refusal refusal) {
        context.status(refusal.status());
        if (!policy.holds(Assumption.QAC_JSON_ERRORS)) {
            context.contentType("text/plain; charset=utf-8").result(refusal.text());
            return;
        }
        var error = QaCompleteJson.object();
        error.putObject("response_status")
                .put("error_code", refusal.typeKey())
                .put("message", refusal.text())
                .put("stack_trace", "")
                .putArray("errors");
        context.contentType("application/json; charset=utf-8").result(error.toString());
    }

    static void signIn(Context context, Policy policy) {
        context.header("WWW-Authenticate", "Basic realm=\"/rest-api/service/auth\"");
        send(context, policy, new Refusal(401, "AuthenticationException", "Invalid login or password"));
    }

    static void tooLarge(Context context, Policy policy, Oversize oversize, FileTooLargeException fact) {
        switch (oversize) {
            case JSON_413 ->
                send(context, policy, new Refusal(413, "RequestEntityTooLarge", String.valueOf(fact.getMessage())));
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

    /** A file is larger than the limit. */
    static final class FileTooLargeException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        FileTooLargeException(long limit) {
            super(
                    "QAComplete has a limit on the size of the uploaded file, which is " + limit
                            + " bytes. Please ask your QAComplete server administrator.",
                    null,
                    false,
                    false);
        }
    }
}
