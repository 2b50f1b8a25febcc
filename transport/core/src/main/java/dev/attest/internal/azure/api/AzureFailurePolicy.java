package dev.attest.internal.azure.api;

import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.http.Response;
import dev.attest.internal.rest.Call;
import dev.attest.internal.rest.ErrorBody;
import dev.attest.internal.rest.FailedCall;
import dev.attest.internal.rest.FailurePolicy;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Decides what a failure at Azure DevOps means. A failure that says nothing about the data is retried, because rejected
 * data is lost to the run.
 */
public sealed class AzureFailurePolicy implements FailurePolicy permits WorkItemFailurePolicy {

    private static final String CHECK_URL = "Check attest.azure.url: it ends with the organization or the collection,"
            + " as in https://dev.azure.com/contoso or https://server/tfs/DefaultCollection.";
    private static final String TOKEN_REFUSED = "Azure DevOps does not accept attest.azure.token";
    private static final String CHECK_TOKEN = "It may be expired, wrong or of another organization.";
    private static final String OR_CHECK_PROXY = " Or the page is the proxy's: attest.proxy says which to take.";
    private static final String SCOPE = " It needs the scope Test Management (read & write), vso.test_write,"
            + " and its user needs access to the project.";
    private static final String ITEM_SCOPE = " It needs the scope Work Items (read & write), vso.work_write,"
            + " and its user the right to change that item.";
    private static final String SIZE_LIMITS =
            "Azure DevOps Services takes 60 MB for a work item, a server as much as its administrator has set.";
    private static final List<String> MESSAGES =
            List.of("message", "value.message", "value", "error.message", "error_description", "");
    private static final int IIS_LIMIT = 30_000_000;
    private static final Pattern VERSION_ERROR = Pattern.compile("Vss(Invalid)?(Preview)?Version\\w*");

    /** Does not accept a 203 or an HTML page, which come from a proxy or a sign-in. */
    @Override
    public boolean accepts(Response response) {
        return FailurePolicy.super.accepts(response) && response.status() != 203;
    }

    @Override
    public List<String> messagePaths() {
        return MESSAGES;
    }

    @Override
    public String urlSetting() {
        return "attest.azure.url";
    }

    @Override
    public String certificateSetting() {
        return "attest.azure.certificate";
    }

    @Override
    public DeliveryResult judge(FailedCall failed) {
        if (failed.success() || failed.status() / 100 == 3) {
            boolean direct = failed.response().proxy().isEmpty();
            return failed.withDetail("an authentication page instead of a reply")
                    .attention(
                            TOKEN_REFUSED,
                            direct ? CHECK_TOKEN : CHECK_TOKEN + OR_CHECK_PROXY,
                            failed.call().writes() && failed.success());
        }
        String scope = isAboutWorkItem(failed.call()) ? ITEM_SCOPE : SCOPE;
        return switch (failed.status()) {
            case 401 -> failed.attention(TOKEN_REFUSED, CHECK_TOKEN + scope, false);
            case 403 -> failed.attention("Check attest.azure.token." + scope);
            case 404 -> notFound(failed);
            default -> failed.byStatus(() -> refused(failed));
        };
    }

    /**
     * Returns whether a smaller request may succeed. IIS answers 404 (404.13 in its log) to requests above its default
     * limit of 30,000,000 bytes.
     */
    public static boolean isTooLarge(int status, ErrorBody error, long length) {
        return switch (status) {
            case 413 -> true;
            case 400 -> saysTooLarge(error);
            case 404 -> !error.structured() && length > IIS_LIMIT;
            default -> false;
        };
    }

    /** Returns whether the service says that a file is too large for a result or a work item. */
    public static boolean saysTooLarge(ErrorBody error) {
        return error.message().contains("maximum file size") || error.message().contains("TF237082");
    }

    /** Returns whether a 404 says that the project does not exist. */
    public static boolean isOfProject(ErrorBody error) {
        return error.typeKey().toLowerCase(Locale.ROOT).contains("project")
                || error.message().startsWith("TF200016");
    }

    private static DeliveryResult notFound(FailedCall failed) {
        ErrorBody error = failed.error();
        if (isOfProject(error)) {
            return failed.attention("Check attest.azure.project and attest.azure.url.");
        }
        if (isTooLarge(404, error, failed.call().length())) {
            return failed.reject("The web server takes no request of this length.");
        }
        if (!error.structured() || error.message().isEmpty()) {
            return failed.attention(checkUrl(failed.call()));
        }
        if (isAboutWorkItem(failed.call())) {
            return failed.reject("There is none of that id, or the user of attest.azure.token may not see it.");
        }
        return failed.call().uri().getRawPath().contains("/_apis/test/runs/")
                ? failed.rejectRun("The run, or what was asked for in it, was deleted.")
                : failed.attention(checkUrl(failed.call()) + " Check attest.azure.project too.");
    }

    private static DeliveryResult refused(FailedCall failed) {
        ErrorBody error = failed.error();
        if (VERSION_ERROR.matcher(error.typeKey()).lookingAt()) {
            return failed.attention("Set attest.azure.api-version to one that the server speaks.");
        }
        if (failed.call().method().equals("OPTIONS")) {
            return failed.attention(checkUrl(failed.call()) + " Or set attest.azure.api-version.");
        }
        if (failed.status() == 405 || (failed.response().isHtml() && failed.status() != 413)) {
            return failed.attention(checkUrl(failed.call())); // from a web server
        }
        boolean isAboutWorkItem = isAboutWorkItem(failed.call());
        if (!failed.call().writes() && !isAboutWorkItem) {
            return failed.retry(); // a refused query says nothing about the data that Attest sends after it
        }
        return failed.reject(failed.call().writes() && isAboutWorkItem && saysTooLarge(error) ? SIZE_LIMITS : "");
    }

    /** Returns advice on the address, with the address above it if that of a project was set. */
    static String checkUrl(Call call) {
        String base = call.uri().toString().replaceFirst("/_apis/.*", "");
        int last = base.lastIndexOf('/');
        boolean hasParent =
                call.method().equals("OPTIONS") && base.substring(0, last).indexOf('/', "https://".length()) > 0;
        return hasParent
                ? CHECK_URL + " If " + base.substring(last + 1) + " is the project, set it to "
                        + base.substring(0, last) + " instead."
                : CHECK_URL;
    }

    private static boolean isAboutWorkItem(Call call) {
        return call.uri().getRawPath().contains("/_apis/wit/");
    }
}
