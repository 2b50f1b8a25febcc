package dev.attest.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what concerns Azure DevOps, and says what is missing of it. */
final class AzureReader {

    private static final int DEFAULT_CONNECTIONS = 4;
    private static final String SAFE_TOKEN = "the environment variable ATTEST_AZURE_TOKEN or attest.azure.token-file";

    private final Reading reading;
    private final Path workingDirectory;
    private final boolean inPipeline;

    AzureReader(Reading reading, Path workingDirectory, boolean inPipeline) {
        this.reading = reading;
        this.workingDirectory = workingDirectory;
        this.inPipeline = inPipeline;
    }

    /**
     * Returns the destination; null where address, project or token are absent or not usable.
     *
     * @param network the way there; null where it is not usable
     */
    @Nullable
    AzureSettings read(@Nullable NetworkSettings network) {
        var url = reading.value(Key.AZURE_URL, CollectionUrl::parse);
        var project = reading.value(Key.AZURE_PROJECT, Converters::project);
        var token = token(url);
        var apiVersion = reading.value(Key.AZURE_API_VERSION, "", "default", Converters::apiVersion);
        var connections = reading.value(Key.AZURE_CONNECTIONS, DEFAULT_CONNECTIONS, "default", Converters::connections);
        var testNames = reading.value(Key.AZURE_TEST_NAMES, TestNames.QUALIFIED, "default", Converters::testNames);
        var planReader = new PlanReader(reading);
        var plan = planReader.plan();
        var bugs = planReader.bugs();
        var workItems = workItems();
        if (url == null || project == null || token == null || network == null) {
            reportMissing(url, project, token);
            return null;
        }
        if (!network.certificate().isEmpty() && !"https".equalsIgnoreCase(url.getScheme())) {
            reading.warnings()
                    .add("attest.azure.certificate proves nothing, as " + url + " is not spoken to by https.");
        }
        return new AzureSettings(
                url, project, token, apiVersion, connections, testNames, network, workItems, plan, bugs);
    }

    private WorkItemSettings workItems() {
        var large = reading.value(Key.AZURE_WORK_ITEM, "", "not set", Converters::workItem);
        var files = reading.value(Key.AZURE_WORK_ITEM_ATTACHMENTS, When.NEVER, "default", Converters::failedOrNever);
        var chunk = reading.value(
                Key.AZURE_CHUNK_SIZE,
                ByteSize.ofMega(4),
                "default",
                text -> ByteSize.parse(text, ByteSize.ofKilo(1), ByteSize.ofMega(64)));
        var threshold = reading.value(
                Key.AZURE_CHUNK_THRESHOLD,
                ByteSize.ofMega(16),
                "default",
                text -> ByteSize.parse(text, ByteSize.ofMega(0), ByteSize.ofMega(128)));
        return new WorkItemSettings(
                large.isEmpty() ? 0 : Integer.parseInt(large), files == When.FAILED, chunk.bytes(), threshold.bytes());
    }

    /** Returns whether the user named a destination, however incompletely. */
    boolean requested() {
        return Stream.of(Key.AZURE_URL, Key.AZURE_PROJECT, Key.AZURE_TOKEN, Key.AZURE_TOKEN_FILE)
                .map(reading::find)
                .filter(Objects::nonNull)
                .anyMatch(Entry::explicit);
    }

    private @Nullable Secret token(@Nullable URI url) {
        Exposure.warn(reading, Key.AZURE_TOKEN, "token", "Revoke", SAFE_TOKEN);
        var direct = reading.find(Key.AZURE_TOKEN);
        var named = reading.find(Key.AZURE_TOKEN_FILE);
        reading.remember(Key.AZURE_TOKEN_FILE, named);
        if (named != null && (direct == null || named.source().compareTo(direct.source()) < 0)) {
            return tokenOfFile(named);
        }
        if (direct == null) {
            reading.remember(Key.AZURE_TOKEN, null);
            return null;
        }
        if (url != null && !direct.explicit() && !staysAtHome(url)) {
            reading.remember(Key.AZURE_TOKEN, "", "not set, as the token of the job is for another server");
            return null;
        }
        return reading.value(direct, Key.AZURE_TOKEN, direct.origin(), Converters::token);
    }

    private @Nullable Secret tokenOfFile(Entry named) {
        return reading.value(named, Key.AZURE_TOKEN, "file of " + named.origin(), text -> {
            var file = Converters.file(workingDirectory, text);
            var token = Converters.token(TokenFile.read(file));
            Exposure.warn(reading, file, "token");
            return token;
        });
    }

    /**
     * Any jar on the class path may bring an attest.properties, so what nobody handed to Attest goes to no other server
     * than the one that issued it.
     */
    private boolean staysAtHome(URI url) {
        var home = reading.find(Key.AZURE_URL, Source.PIPELINE);
        if (home == null || CollectionUrl.sameService(home.value(), url)) {
            return true;
        }
        reading.warnings()
                .add("SYSTEM_ACCESSTOKEN is for " + home.shown() + " and is not sent to " + url
                        + ". If it should be, set ATTEST_AZURE_TOKEN. Until then results wait on disk.");
        return false;
    }

    private void reportMissing(@Nullable URI url, @Nullable String project, @Nullable Secret token) {
        if (!requested()) {
            return;
        }
        var missing = new ArrayList<String>();
        if (url == null && isAbsent(Key.AZURE_URL)) {
            missing.add(named(Key.AZURE_URL));
        }
        if (project == null && isAbsent(Key.AZURE_PROJECT)) {
            missing.add(named(Key.AZURE_PROJECT));
        }
        if (token == null && isAbsent(Key.AZURE_TOKEN) && isAbsent(Key.AZURE_TOKEN_FILE)) {
            missing.add(named(Key.AZURE_TOKEN) + " or " + Key.AZURE_TOKEN_FILE.property()
                    + (inPipeline ? ", or map SYSTEM_ACCESSTOKEN: $(System.AccessToken) below env: of the step" : ""));
        }
        if (missing.isEmpty()) {
            return;
        }
        reading.warnings()
                .add("Nothing can be published to Azure DevOps yet: set " + String.join("; ", missing)
                        + ". Until then results wait on disk.");
    }

    /** Returns whether there is no value at all: one that is not usable was warned about when it was read. */
    private boolean isAbsent(Key key) {
        return reading.find(key) == null;
    }

    private static String named(Key key) {
        return key.property() + " (" + key.environmentName() + ")";
    }
}
