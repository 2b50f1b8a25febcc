package dev.attest.standin.faults;

/** What is answered instead of the truth. */
public record Answer(int status, String contentType, String body) {

    private static final String JSON = "application/json; charset=utf-8";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String SIGN_IN =
            "<!DOCTYPE html><html><head><title>Azure DevOps Services | Sign In</title></head>"
                    + "<body><form action=\"/_signin\">Sign in to your account</form></body></html>";

    static Answer signIn(int status) {
        return new Answer(status, HTML, SIGN_IN);
    }

    static Answer literal(int status, String body) {
        var type = body.startsWith("{") || body.startsWith("[") ? JSON : body.startsWith("<") ? HTML : TEXT;
        return new Answer(status, type, body);
    }

    /** Returns the answer with a body of this kind, by its word: {@code azure}, {@code html}, .. */
    static Answer of(int status, Word kind) {
        return switch (kind.value()) {
            case "azure" -> new Answer(status, JSON, wrapped(status));
            case "html" ->
                new Answer(
                        status,
                        HTML,
                        "<!DOCTYPE html><html><head><title>" + status + "</title></head><body><h1>" + status
                                + "</h1></body></html>");
            case "text" -> new Answer(status, TEXT, "The service answers " + status + ".");
            case "json" -> new Answer(status, JSON, "{\"unexpected\":true}");
            case "sign-in" -> signIn(status);
            case "empty" -> new Answer(status, TEXT, "");
            default ->
                throw kind.expected("azure, html, text, json, sign-in, empty, half, or a literal body in quotes");
        };
    }

    /** The error that the service wraps its refusals in. */
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
