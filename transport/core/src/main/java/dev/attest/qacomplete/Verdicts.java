package dev.attest.qacomplete;

import dev.attest.config.Secret;
import dev.attest.http.ExchangeFailedException;
import dev.attest.http.Response;
import dev.attest.http.RetryAfter;
import dev.attest.publish.Deferred;
import dev.attest.publish.Delivery;
import dev.attest.publish.Rejected;
import java.time.Clock;
import java.time.Duration;

/**
 * Tells what a reply that is no acknowledgement, or none at all, means: try again, call a person, or give up. Statuses are
 * not documented, words are, so words count where both come. Without its run and items nothing can be published, so what
 * stands in their way waits for a person; a report or a file that is refused stands in nobody's way.
 */
final class Verdicts {

    private static final String CHECK_URL = "Check attest.qacomplete.url: it is the address of the REST API without"
            + " /api, as in https://host/rest-api/service.";
    private static final String CHECK_LOGIN =
            "Check attest.qacomplete.user and attest.qacomplete.password. The REST API"
                    + " takes a login of QAComplete itself, and none of single sign-on.";
    private static final String CHECK_RIGHTS =
            "Check attest.qacomplete.project, and that the security group of the user"
                    + " may read it, and may add and update test runs.";
    private static final String SET_LOGIN = "Set attest.proxy, best as the environment variable ATTEST_PROXY, to"
            + " http://user:password@host:port. Basic is all that is supported.";
    private static final String CHECK_PROXY =
            "Have the proxy let this host through, or set attest.proxy to another one, or to none.";
    private static final String TRUST = "Set attest.trust-store to a file with its issuer.";
    private static final String TRIED_AGAIN = "It is tried again.";
    private static final String IF_IT_LASTS = " If that lasts, check attest.qacomplete.url.";
    private static final String RAISE_LIMIT =
            "Ask the administrator of QAComplete for a higher limit of the size of files.";

    private final String password;
    private final String login;
    private final Clock clock;

    Verdicts(String user, Secret password, Clock clock) {
        this.password = password.reveal();
        this.login = Service.login(user, password);
        this.clock = clock;
    }

    /** Returns whether the reply can be an acknowledgement, by its head. A page is of a proxy or a sign-in. */
    boolean accepts(Response response) {
        return isSuccess(response) && !response.isHtml();
    }

    Duration pause(Response response) {
        return RetryAfter.of(response, clock);
    }

    Delivery of(Call call, ExchangeFailedException failed) {
        String what = String.valueOf(failed.getMessage());
        boolean maybe = call.writes() && failed.failure().maybeSent();
        return switch (failed.failure()) {
            case UNKNOWN_HOST -> deferred(call, what, "Check attest.qacomplete.url, or the network.", false, false);
            case NOT_CONNECTED ->
                deferred(call, what, "It is tried again; is attest.qacomplete.url right?", false, false);
            case NOT_TRUSTED, NOT_THE_PINNED_ONE -> deferred(call, what, TRUST, false, true);
            case OUT_OF_DATE -> deferred(call, what, "Have it renewed.", false, true);
            case WRONG_HOST -> deferred(call, what, "Check the host in attest.qacomplete.url.", false, true);
            case PROXY_WANTS_LOGIN -> deferred(call, what, SET_LOGIN, false, true);
            case PROXY_REFUSES -> deferred(call, what, CHECK_PROXY, false, true);
            case UNREADABLE_BODY -> rejected(call, what, "");
            case CONNECTION_LOST, TIMED_OUT -> deferred(call, what, TRIED_AGAIN + IF_IT_LASTS, maybe, false);
        };
    }

    Delivery of(Call call, Response response, ErrorBody error) {
        int status = response.status();
        String what = status + through(response) + (error.message().isEmpty() ? "" : " \"" + error.message() + "\"");
        if (isSuccess(response) || status / 100 == 3) {
            boolean maybe = call.writes() && isSuccess(response);
            return deferred(call, what + ", a page instead of an answer", CHECK_URL, maybe, true);
        }
        if (status == 401) {
            return deferred(call, what, CHECK_LOGIN, false, true);
        }
        if (status == 403 || error.saysDenied()) {
            return denied(call, what);
        }
        if (status == 404 || error.saysNotFound()) {
            return notFound(call, what, error);
        }
        return switch (status) {
            case 407 -> deferred(call, what, SET_LOGIN, false, true);
            case 409, 429 -> later(call, response, what, false);
            case 408 -> later(call, response, what, call.writes());
            case 413 -> rejected(call, what, RAISE_LIMIT);
            default -> status >= 500 ? later(call, response, what, call.writes()) : refused(call, what);
        };
    }

    /** A success that does not say what a success says. */
    Deferred unusable(Call call, Response response, String why) {
        return deferred(
                call,
                response.status() + through(response) + ", but " + why,
                TRIED_AGAIN + IF_IT_LASTS,
                call.writes(),
                false);
    }

    private Delivery denied(Call call, String what) {
        return switch (call.subject()) {
            case RUN, ITEM, TESTS -> deferred(call, what, CHECK_RIGHTS, false, true);
            case OUTPUT -> rejected(call, what, "Give the security group of the user the right to read test hosts.");
            case FILE -> rejected(call, what, "Give the security group of the user the right to update it.");
        };
    }

    private Delivery notFound(Call call, String what, ErrorBody error) {
        if (error.page() || error.message().isEmpty()) {
            return call.subject().essential()
                    ? deferred(call, what, CHECK_URL, false, true)
                    : rejected(call, what, RAISE_LIMIT);
        }
        return switch (call.subject()) {
            case RUN ->
                deferred(
                        call,
                        what,
                        "Check attest.qacomplete.test-set, attest.qacomplete.release and attest.qacomplete.configuration.",
                        false,
                        true);
            case ITEM -> new Rejected(reason(call, what, "The test run was deleted."), true);
            case TESTS -> deferred(call, what, CHECK_RIGHTS, false, true);
            case OUTPUT -> rejected(call, what, "The test run was deleted.");
            case FILE -> rejected(call, what, "There is no such thing in the project: check its id.");
        };
    }

    /** That a question is refused says nothing about the data that was to be sent after it. */
    private Delivery refused(Call call, String what) {
        return call.writes() ? rejected(call, what, "") : deferred(call, what, TRIED_AGAIN, false, false);
    }

    private Delivery later(Call call, Response response, String what, boolean maybe) {
        String advice = response.status() >= 500 ? TRIED_AGAIN + IF_IT_LASTS : TRIED_AGAIN;
        return new Deferred(reason(call, what, advice), pause(response), maybe, false);
    }

    private Deferred deferred(Call call, String what, String advice, boolean maybe, boolean needsAttention) {
        return new Deferred(reason(call, what, advice), Duration.ZERO, maybe, needsAttention);
    }

    private Rejected rejected(Call call, String what, String advice) {
        return new Rejected(reason(call, what, advice), false);
    }

    private String reason(Call call, String what, String advice) {
        String reason = "Cannot " + call.purpose() + ": " + call.shown() + ": " + what + ". " + advice;
        // A server may quote what it was sent.
        return reason.replace(login, "***").replace(password, "***").strip();
    }

    /** A proxy that no tunnel leads through may have written any reply, and nothing in it tells. */
    private static String through(Response response) {
        return response.proxy().isEmpty() ? "" : " (through the proxy " + response.proxy() + ")";
    }

    private static boolean isSuccess(Response response) {
        return response.status() / 100 == 2;
    }
}
