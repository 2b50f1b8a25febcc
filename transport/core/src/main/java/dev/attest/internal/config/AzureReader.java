package dev.attest.internal.config;

import dev.attest.When;
import dev.attest.internal.config.setting.AzureKeys;
import dev.attest.internal.config.setting.BugSettings;
import dev.attest.internal.config.setting.Key;
import dev.attest.internal.config.setting.ServiceUrl;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the settings of Azure DevOps, and reports which are missing. */
final class AzureReader {

    private final ValueReader values;
    private final SecretReader token;
    private final boolean inPipeline;
    private final boolean mayStayHere;
    private String notice = "";

    /** @param mayStayHere whether results need not leave this machine if it has no token */
    AzureReader(ValueReader values, boolean inPipeline, boolean mayStayHere) {
        this.values = values;
        this.token = new SecretReader(values, AzureKeys.TOKEN, AzureKeys.TOKEN_FILE, "token", "Revoke", mayStayHere);
        this.inPipeline = inPipeline;
        this.mayStayHere = mayStayHere;
    }

    /** Returns the destination; null if its address, project, token or network is absent or not usable. */
    @Nullable
    AzureSettings read(@Nullable NetworkSettings network) {
        var url = values.find(AzureKeys.URL);
        var project = values.find(AzureKeys.PROJECT);
        var secret = token.read(isTokenFor(url));
        var apiVersion = values.get(AzureKeys.API_VERSION);
        var connections = values.get(AzureKeys.CONNECTIONS);
        var testNames = values.get(AzureKeys.TEST_NAMES);
        var plan = plan();
        var bugs = bugs();
        var workItems = workItems();
        if (url == null || project == null || secret == null || network == null) {
            if (mayStayHere && url != null && project != null && isOfProjectWithoutToken()) {
                notice =
                        "publishes nothing to " + url + ": this machine has no token for it. To publish from here, set "
                                + AzureKeys.TOKEN.environmentName() + ".";
            } else {
                reportMissing();
            }
            return null;
        }
        if (!network.certificate().isEmpty() && !"https".equalsIgnoreCase(url.getScheme())) {
            values.warn(AzureKeys.CERTIFICATE + " proves nothing, as " + url + " does not use https.");
        }
        return new AzureSettings(
                url,
                project,
                secret,
                apiVersion,
                connections,
                testNames,
                network,
                workItems,
                plan,
                bugs,
                HistorySettings.OFF);
    }

    /** Returns a sentence about a destination that this machine is not meant to publish to; empty if there is none. */
    String notice() {
        return notice;
    }

    /** Everybody who has the project has these settings, and only some have a token. */
    private boolean isOfProjectWithoutToken() {
        return values.isOfProject(AzureKeys.URL) && values.isOfProject(AzureKeys.PROJECT) && token.isAbsent();
    }

    /** Returns whether the user named a part of the destination. */
    boolean isRequested() {
        return isExplicit(AzureKeys.URL)
                || isExplicit(AzureKeys.PROJECT)
                || isExplicit(AzureKeys.TOKEN)
                || isExplicit(AzureKeys.TOKEN_FILE);
    }

    private boolean isExplicit(Key<?> key) {
        var raw = values.raw(key);
        return raw != null && raw.isExplicit();
    }

    private WorkItemSettings workItems() {
        return new WorkItemSettings(
                values.orElse(AzureKeys.WORK_ITEM, 0),
                values.get(AzureKeys.WORK_ITEM_ATTACHMENTS) == When.FAILED,
                values.get(AzureKeys.CHUNK_SIZE).bytes(),
                values.get(AzureKeys.CHUNK_THRESHOLD).bytes());
    }

    private PlanSettings plan() {
        var plan = values.orElse(AzureKeys.PLAN, 0);
        var suite = values.orElse(AzureKeys.SUITE, 0);
        var configuration = values.orElse(AzureKeys.CONFIGURATION, "");
        if (!values.isSet(AzureKeys.PLAN) && (suite != 0 || !configuration.isEmpty())) {
            values.warn((suite != 0 ? AzureKeys.SUITE : AzureKeys.CONFIGURATION) + " has no effect without "
                    + AzureKeys.PLAN + ", the id of the test plan.");
        }
        return new PlanSettings(plan, suite, configuration, values.get(AzureKeys.ASSOCIATE_AUTOMATION));
    }

    private BugSettings bugs() {
        return new BugSettings(
                values.get(AzureKeys.BUGS) == BugSettings.Filing.ON_FAILURE,
                values.get(AzureKeys.BUGS_LIMIT),
                values.get(AzureKeys.BUGS_TYPE),
                values.orElse(AzureKeys.BUGS_AREA, ""),
                values.orElse(AzureKeys.BUGS_ITERATION, ""),
                values.orElse(AzureKeys.BUGS_TAGS, List.of()),
                values.orElse(AzureKeys.BUGS_FIELDS, Map.of()),
                values.get(AzureKeys.BUGS_CLOSED_STATES));
    }

    private boolean isTokenFor(@Nullable URI url) {
        var direct = token.direct();
        return direct == null || direct.isExplicit() || url == null || isOfSameService(url);
    }

    /**
     * The token of the job was not set for Attest, and any jar on the class path can contain an attest.properties with
     * another URL. So the token is sent only to the server that issued it.
     */
    private boolean isOfSameService(URI url) {
        var home = values.raw(AzureKeys.URL, SourceKind.PIPELINE);
        if (home == null || ServiceUrl.sameService(home.value(), url)) {
            return true;
        }
        values.warn("SYSTEM_ACCESSTOKEN is for " + home.shown() + " and is not sent to " + url
                + ". To send a token there, set ATTEST_AZURE_TOKEN. Until then results wait on disk.");
        values.rememberUnset(AzureKeys.TOKEN, "the token of the job is for another server");
        return false;
    }

    /** Names what is absent; a value that is not usable was reported when it was read. */
    private void reportMissing() {
        var missing = new ArrayList<String>();
        for (var key : new Key<?>[] {AzureKeys.URL, AzureKeys.PROJECT}) {
            if (!values.isSet(key)) {
                missing.add(key + " (" + key.environmentName() + ")");
            }
        }
        if (token.isAbsent()) {
            missing.add(AzureKeys.TOKEN + " (" + AzureKeys.TOKEN.environmentName() + ") or " + AzureKeys.TOKEN_FILE
                    + (inPipeline ? ", or map SYSTEM_ACCESSTOKEN: $(System.AccessToken) below env: of the step" : ""));
        }
        if (isRequested() && !missing.isEmpty()) {
            values.warn("Nothing can be published to Azure DevOps yet: set " + String.join("; ", missing)
                    + ". Until then results wait on disk.");
        }
    }
}
