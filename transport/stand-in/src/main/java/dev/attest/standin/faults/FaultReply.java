package dev.attest.standin.faults;

/** A reply that replaces the real one. */
public record FaultReply(int status, String contentType, String body) {

    private static final String JSON = "application/json; charset=utf-8";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String SIGN_IN =
            "<!DOCTYPE html><html><head><title>Azure DevOps Services | Sign In</title></head>"
                    + "<body><form action=\"/_signin\">Sign in to your account</form></body></html>";

    static FaultReply signIn(int status) {
        return new FaultReply(status, HTML, SIGN_IN);
    }

    static FaultReply literal(int status, String body) {
        var type = body.startsWith("{") || body.startsWith("[") ? JSON : body.startsWith("<") ? HTML : TEXT;
        return new FaultReply(status, type, body);
    }

    /** Returns a reply whose body is named by an option: {@code azure}, {@code html}, and so on. */
    static FaultReply of(int status, RuleToken kind) {
        return switch (kind.value()) {
            case "azure" -> new FaultReply(status, JSON, wrapped(status));
            case "html" ->
                new FaultReply(
                        status,
                        HTML,
                        "<!DOCTYPE html><html><head><title>" + status + "</title></head><body><h1>" + status
                                + "</h1></body></html>");
            case "text" -> new FaultReply(status, TEXT, "The service answers " + status + ".");
            case "json" -> new FaultReply(status, JSON, "{\"unexpected\":true}");
            case "sign-in" -> signIn(status);
            case "empty" -> new FaultReply(status, TEXT, "");
            default ->
                throw kind.expected("azure, html, text, json, sign-in, empty, half, or a literal body in quotes");
        };
    }

    /** Returns the error JSON of Azure DevOps. */
    private static String wrapped(int status) {
        var message = status == 429
                ? "TF400733: The request has been canceled: Request was blocked due to exceeding usage of a resource."
                : "The service answers " + status + ".";
        return "{\"$id\":\"1\",\"innerException\":null,\"message\":\"" + message
                + "\",\"typeName\":\"Microsoft.VisualStudio.Services.Common.VssServiceException,"
                + " Microsoft.VisualStudio.Services.Common\",\"typeKey\":\"VssServiceException\",\"errorCode\":0,"
                + "\"eventId\":3000}";
    }
}
