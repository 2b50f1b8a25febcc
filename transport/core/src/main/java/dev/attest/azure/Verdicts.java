package dev.attest.azure;

import dev.attest.config.Secret;
import dev.attest.http.ExchangeFailedException;
import dev.attest.http.Response;
import dev.attest.http.RetryAfter;
import dev.attest.publish.Deferred;
import dev.attest.publish.Delivery;
import dev.attest.publish.Rejected;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells what a reply that is no acknowledgement, or none at all, means: try again, call a person, or give up. Anything that
 * says nothing about the data itself is tried again, since what is given up is lost to the run.
 */
final class Verdicts {

    private static final String CHECK_URL = "Check attest.azure.url: it ends with the organization or the collection,"
            + " as in https://dev.azure.com/contoso or https://server/tfs/DefaultCollection.";
    private static final String CHECK_TOKEN =
            "Check attest.azure.token: it may be wrong, expired or of another organization.";
    private static final String OR_PIN =
            " Or, if that is the certificate of your server, set attest.azure.certificate to this SHA-256.";
    private static final String SET_LOGIN = "Set attest.proxy, best as the environment variable ATTEST_PROXY, to"
            + " http://user:password@host:port. Basic is all that is supported.";
    private static final String OR_OF_PROXY = " Or the page is the proxy's: attest.proxy says which to take.";
    private static final String CHECK_PROXY =
            "Have the proxy let this host through, or set attest.proxy to another one, or to none.";
    private static final String SCOPE = " It needs the scope Test Management (read & write), vso.test_write,"
            + " and its user needs access to the project.";
    private static final String ITEM_SCOPE = " It needs the scope Work Items (read & write), vso.work_write,"
            + " and its user the right to change that item.";
    private static final String SIZES =
            "Azure DevOps Services takes 60 MB for a work item, a server as much as its" + " administrator has set.";
    private static final String TRIED_AGAIN = "It is tried again.";
    private static final String IF_IT_LASTS = " If that lasts, check attest.azure.url.";
    private static final int IIS_LIMIT = 30_000_000;
    private static final Pattern VERSION_TROUBLE = Pattern.compile("Vss(Invalid)?(Preview)?Version\\w*");

    private final String token;
    private final Clock clock;

    Verdicts(Secret token, Clock clock) {
        this.token = token.reveal();
        this.clock = clock;
    }

    /** Returns whether the reply can be an acknowledgement, by its head. A 203 or a page is of a proxy or a sign-in. */
    boolean accepts(Response response) {
        return isSuccess(response) && response.status() != 203 && !response.isHtml();
    }

    Duration pause(Response response) {
        return RetryAfter.of(response, clock);
    }

    Delivery of(Call call, ExchangeFailedException failed) {
        String what = String.valueOf(failed.getMessage());
        boolean maybe = call.kind().writes() && failed.failure().maybeSent();
        return switch (failed.failure()) {
            case UNKNOWN_HOST -> deferred(call, what, "Check attest.azure.url, or the network.", false, false);
            case NOT_CONNECTED -> deferred(call, what, "It is tried again; is attest.azure.url right?", false, false);
            case NOT_TRUSTED -> attention(call, what, "Set attest.trust-store to a file with its issuer." + OR_PIN);
            case OUT_OF_DATE -> attention(call, what, "Have it renewed." + OR_PIN);
            case WRONG_HOST -> attention(call, what, "Check the host in attest.azure.url." + OR_PIN);
            case NOT_THE_PINNED_ONE ->
                attention(
                        call,
                        what,
                        "If that is the new certificate of your server, set attest.azure.certificate to this SHA-256.");
            case PROXY_WANTS_LOGIN -> attention(call, what, SET_LOGIN);
            case PROXY_REFUSES -> attention(call, what, CHECK_PROXY);
            case UNREADABLE_BODY -> rejected(call, what, "");
            case CONNECTION_LOST, TIMED_OUT -> deferred(call, what, TRIED_AGAIN + IF_IT_LASTS, maybe, false);
        };
    }

    Delivery of(Call call, Response response, ErrorBody error) {
        int status = response.status();
        String what = status + through(response) + (error.message().isEmpty() ? "" : " \"" + error.message() + "\"");
        boolean maybe = call.kind().writes();
        if (isSuccess(response) || status / 100 == 3) {
            return deferred(
                    call,
                    what + ", an authentication page instead of an answer",
                    response.proxy().isEmpty() ? CHECK_TOKEN : CHECK_TOKEN + OR_OF_PROXY,
                    maybe && isSuccess(response),
                    true);
        }
        return switch (status) {
            case 401 -> deferred(call, what, CHECK_TOKEN + scope(call), false, true);
            case 403 -> deferred(call, what, "Check attest.azure.token." + scope(call), false, true);
            case 404 -> notFound(call, what, error);
            case 407 -> attention(call, what, SET_LOGIN);
            case 409, 429 -> later(call, response, what, false);
            case 408 -> later(call, response, what, maybe);
            default -> status >= 500 ? later(call, response, what, maybe) : refused(call, response, what, error);
        };
    }

    /**
     * Returns whether a refusal means that less might be taken: by the service, or by the IIS before it, which answers 404
     * (404.13 in its log) to more than 30,000,000 bytes unless it is told otherwise.
     */
    static boolean isTooLarge(Call call, int status, ErrorBody error) {
        return switch (status) {
            case 413 -> true;
            case 400 -> saysTooLarge(error);
            case 404 -> !error.structured() && call.length() > IIS_LIMIT;
            default -> false;
        };
    }

    /** Returns whether a refusal says that a file is larger than the service takes: of a result, or of a work item. */
    static boolean saysTooLarge(ErrorBody error) {
        return error.message().contains("maximum file size") || error.message().contains("TF237082");
    }

    /** Returns whether a 404 says that there is no such project. */
    static boolean isOfProject(ErrorBody error) {
        return error.typeKey().toLowerCase(Locale.ROOT).contains("project")
                || error.message().startsWith("TF200016");
    }

    /** A success that does not say what a success says. */
    Deferred unusable(Call call, Response response, String why) {
        return deferred(
                call,
                response.status() + through(response) + ", but " + why,
                TRIED_AGAIN + IF_IT_LASTS,
                call.kind().writes(),
                false);
    }

    /** The answer is not of Azure DevOps. */
    Deferred misdirected(Call call) {
        return deferred(
                call,
                "an answer that knows no test runs",
                CHECK_URL + " Or set attest.azure.api-version.",
                false,
                true);
    }

    private Delivery notFound(Call call, String what, ErrorBody error) {
        if (isOfProject(error)) {
            return deferred(call, what, "Check attest.azure.project and attest.azure.url.", false, true);
        }
        if (isTooLarge(call, 404, error)) {
            return rejected(call, what, "The web server takes no request of this length.");
        }
        if (!error.structured() || error.message().isEmpty()) {
            return deferred(call, what, CHECK_URL, false, true);
        }
        if (call.ofWorkItem()) {
            return rejected(call, what, "There is none of that id, or the user of attest.azure.token may not see it.");
        }
        return call.ofRun()
                ? new Rejected(reason(call, what, "The run, or what was asked for in it, was deleted."), true)
                : deferred(call, what, CHECK_URL + " Check attest.azure.project too.", false, true);
    }

    private Delivery refused(Call call, Response response, String what, ErrorBody error) {
        if (VERSION_TROUBLE.matcher(error.typeKey()).lookingAt()) {
            return deferred(call, what, "Set attest.azure.api-version to one that the server speaks.", false, true);
        }
        boolean ofWebServer = response.status() == 405 || (response.isHtml() && response.status() != 413);
        if (ofWebServer && call.kind() != Call.Kind.OPTIONS) {
            return deferred(call, what, CHECK_URL, false, true);
        }
        return switch (call.kind()) {
            case OPTIONS -> deferred(call, what, CHECK_URL + " Or set attest.azure.api-version.", false, true);
            // That a question is refused says nothing about the data that was to be sent after it.
            case GET -> call.ofWorkItem() ? rejected(call, what, "") : deferred(call, what, TRIED_AGAIN, false, false);
            case POST, PATCH, PUT, DELETE ->
                rejected(call, what, call.ofWorkItem() && saysTooLarge(error) ? SIZES : "");
        };
    }

    private static String scope(Call call) {
        return call.ofWorkItem() ? ITEM_SCOPE : SCOPE;
    }

    private Delivery later(Call call, Response response, String what, boolean maybe) {
        return new Deferred(
                reason(call, what, response.status() >= 500 ? TRIED_AGAIN + IF_IT_LASTS : TRIED_AGAIN),
                pause(response),
                maybe,
                false);
    }

    private Deferred deferred(Call call, String what, String advice, boolean maybe, boolean needsAttention) {
        return new Deferred(reason(call, what, advice), Duration.ZERO, maybe, needsAttention);
    }

    private Deferred attention(Call call, String what, String advice) {
        return deferred(call, what, advice, false, true);
    }

    private Rejected rejected(Call call, String what, String advice) {
        return new Rejected(reason(call, what, advice), false);
    }

    private String reason(Call call, String what, String advice) {
        String reason = "Cannot " + call.purpose() + ": " + call.shown() + ": " + what + ". " + advice;
        return redacted(reason).strip();
    }

    /** A server may quote what it was sent. */
    private String redacted(String text) {
        if (token.isEmpty()) {
            return text;
        }
        String header = Base64.getEncoder().encodeToString((":" + token).getBytes(StandardCharsets.UTF_8));
        return text.replace(header, "***").replace(token, "***");
    }

    /** A proxy that no tunnel leads through may have written any reply, and nothing in it tells. */
    private static String through(Response response) {
        return response.proxy().isEmpty() ? "" : " (through the proxy " + response.proxy() + ")";
    }

    private static boolean isSuccess(Response response) {
        return response.status() / 100 == 2;
    }
}
