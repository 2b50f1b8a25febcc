package dev.attest.internal.azure.history;

import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.config.HistorySettings;
import dev.attest.internal.json.JsonText;
import dev.attest.internal.rest.NotDeliveredException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Marks tests as flaky on the branch of the build, as a person can in the Tests tab of a pipeline.
 *
 * <pre>{"flakyIdentifiers":[{"branchName":"refs/heads/main","isFlaky":true}]}</pre>
 *
 * @see <a href="https://learn.microsoft.com/azure/devops/pipelines/test/flaky-test-management">Manage flaky tests</a>
 */
record FlakyMarks(AzureApi api, HistorySettings settings) {

    boolean areWanted() throws NotDeliveredException {
        return settings.marksFlaky()
                && settings.build() != 0
                && !settings.branch().isEmpty()
                && api.versions().hasFlakyMarks();
    }

    /** Returns the address of the collection at the host that has the marks; on premises, all are at one host. */
    String home() throws NotDeliveredException {
        String own = api.urls().base();
        try {
            String home = api.get("find the marks of flaky tests", api.urls().flakyMarksArea())
                    .json()
                    .text("locationUrl")
                    .replaceAll("/+$", "");
            return isOfService(home, own) ? home : own;
        } catch (NotDeliveredException e) {
            boolean here = e.status() == 404 || e.status() / 100 == 2; // such as null
            if (here) {
                return own;
            }
            throw e;
        }
    }

    /** Marks a test. Idempotent. */
    void mark(String home, int reference) throws NotDeliveredException {
        JsonText mark = new JsonText().object().array("flakyIdentifiers").object();
        mark.member("branchName", settings.branch()).member("isFlaky", true);
        api.patch(
                "mark a test as flaky",
                api.urls().flakyMarks(home, reference),
                mark.endObject().endArray().endObject());
    }

    /** The token goes to no other service, whatever a reply says. */
    private static boolean isOfService(String home, String own) {
        try {
            URI there = new URI(home);
            URI here = new URI(own);
            boolean same = String.valueOf(there.getScheme()).equals(here.getScheme())
                    && String.valueOf(there.getRawAuthority()).equals(here.getRawAuthority());
            return same || (isHosted(there) && isHosted(here));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isHosted(URI address) {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        return "https".equals(address.getScheme())
                && address.getRawUserInfo() == null
                && address.getPort() < 0
                && (host.equals("dev.azure.com")
                        || host.endsWith(".dev.azure.com")
                        || host.endsWith(".visualstudio.com"));
    }
}
