package dev.attest.standin.azure.rest;

import dev.attest.standin.rules.Refusal;
import io.javalin.http.Context;

/**
 * The error replies: a wrapped exception, or for a body that cannot be bound
 * {@code {"count":1,"value":{"Message":".."}}} or {@code {"count":36,"value":".."}}.
 */
public final class AzureErrors {

    private AzureErrors() {}

    /** Sends a refusal. */
    public static void send(Context context, Refusal refusal) {
        context.status(refusal.status()).contentType("application/json; charset=utf-8");
        if (refusal.isBare()) {
            var text = refusal.text();
            context.result(Json.text(Json.object().put("count", text.length()).put("value", text)));
        } else if (refusal.typeKey().isEmpty()) {
            var body = Json.object().put("count", 1);
            body.set("value", Json.object().put("Message", refusal.text()));
            context.result(Json.text(body));
        } else {
            context.result(wrapped(refusal.typeKey(), refusal.text()));
        }
    }

    static String wrapped(String typeKey, String message) {
        var body = Json.object().put("$id", "1");
        body.putNull("innerException");
        body.put("message", message)
                .put(
                        "typeName",
                        "Microsoft.TeamFoundation.TestManagement.WebApi." + typeKey
                                + ", Microsoft.TeamFoundation.TestManagement.WebApi")
                .put("typeKey", typeKey)
                .put("errorCode", 0)
                .put("eventId", 3000);
        return Json.text(body);
    }
}
