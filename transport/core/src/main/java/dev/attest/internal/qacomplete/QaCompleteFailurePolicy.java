package dev.attest.internal.qacomplete;

import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.rest.ErrorBody;
import dev.attest.internal.rest.FailedCall;
import dev.attest.internal.rest.FailurePolicy;
import java.util.List;

/**
 * Decides what failures at QAComplete mean. Messages are documented, statuses are not, so the message takes precedence.
 * Nothing can be published without runs, items and tests, so most of their failures wait for a person. A refused report
 * or file is rejected.
 *
 * @param subject of the calls
 */
record QaCompleteFailurePolicy(Resource.Subject subject) implements FailurePolicy {

    private static final List<String> MESSAGES = List.of(
            "response_status.message",
            "responseStatus.message",
            "message",
            "error.message",
            "error",
            "response_status.error_code",
            "responseStatus.errorCode",
            "");
    private static final String CHECK_URL = "Check attest.qacomplete.url: it is the address of the REST API without"
            + " /api, as in https://host/rest-api/service.";
    private static final String CHECK_LOGIN =
            "Check attest.qacomplete.user and attest.qacomplete.password. The REST API"
                    + " takes a login of QAComplete itself, and none of single sign-on.";
    private static final String CHECK_RIGHTS =
            "Check attest.qacomplete.project, and that the security group of the user"
                    + " may read it, and may add and update test runs.";
    private static final String CHECK_RUN =
            "Check attest.qacomplete.test-set, attest.qacomplete.release and attest.qacomplete.configuration.";
    private static final String RAISE_LIMIT =
            "Ask the administrator of QAComplete for a higher limit of the size of files.";

    @Override
    public List<String> messagePaths() {
        return MESSAGES;
    }

    @Override
    public String urlSetting() {
        return "attest.qacomplete.url";
    }

    @Override
    public DeliveryResult judge(FailedCall failed) {
        int status = failed.status();
        if (failed.success() || status / 100 == 3) {
            boolean possiblyApplied = failed.call().writes() && failed.success();
            return failed.withDetail("a page instead of a reply").attention(CHECK_URL, possiblyApplied);
        }
        if (status == 401) {
            return failed.attention(CHECK_LOGIN);
        }
        if (status == 403 || saysDenied(failed.error())) {
            return denied(failed);
        }
        if (status == 404 || saysNotFound(failed.error())) {
            return notFound(failed);
        }
        return failed.byStatus(() -> refused(failed));
    }

    /** Returns whether the project is unknown or the user lacks a right. Both have the same message. */
    static boolean saysDenied(ErrorBody error) {
        return error.says("access is denied");
    }

    static boolean saysNotFound(ErrorBody error) {
        return error.says("not found");
    }

    private DeliveryResult denied(FailedCall failed) {
        return switch (subject) {
            case RUN, ITEM, TESTS -> failed.attention(CHECK_RIGHTS);
            case OUTPUT -> failed.reject("Give the security group of the user the right to read test hosts.");
            case FILE -> failed.reject("Give the security group of the user the right to update it.");
        };
    }

    private DeliveryResult notFound(FailedCall failed) {
        if (failed.error().page() || failed.error().message().isEmpty()) {
            return subject.essential() ? failed.attention(CHECK_URL) : failed.reject(RAISE_LIMIT);
        }
        return switch (subject) {
            case RUN -> failed.attention(CHECK_RUN);
            case ITEM -> failed.rejectRun("The test run was deleted.");
            case TESTS -> failed.attention(CHECK_RIGHTS);
            case OUTPUT -> failed.reject("The test run was deleted.");
            case FILE -> failed.reject("There is no such thing in the project: check its id.");
        };
    }

    /** A refused query says nothing about the data that Attest sends after it. */
    private static DeliveryResult refused(FailedCall failed) {
        if (failed.status() == 413) {
            return failed.reject(RAISE_LIMIT);
        }
        return failed.call().writes() ? failed.reject("") : failed.retry();
    }
}
