package dev.attest.testkit;

import dev.attest.internal.config.AzureSettings;
import dev.attest.internal.config.HistorySettings;
import dev.attest.internal.config.NetworkSettings;
import dev.attest.internal.config.PlanSettings;
import dev.attest.internal.config.WorkItemSettings;
import dev.attest.internal.config.setting.BugSettings;
import dev.attest.internal.config.setting.Secret;
import dev.attest.internal.config.setting.TestNames;
import dev.attest.standin.StandIn;
import dev.attest.standin.StandInOptions;
import dev.attest.standin.rules.QaCompletePolicy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A service that can be stopped and comes back at the same address with the same data. */
public final class Service implements AutoCloseable {

    private final StandInOptions options;
    private final String url;
    private StandIn standIn;

    private Service(StandInOptions options) {
        this.standIn = StandIn.start(options);
        this.options = options.withPort(standIn.port());
        this.url = standIn.url().toString();
    }

    public static Service start() throws IOException {
        return start(StandInOptions.defaults());
    }

    public static Service start(StandInOptions options) throws IOException {
        return new Service(options.withData(Files.createTempDirectory("stand-in")));
    }

    public StandIn standIn() {
        return standIn;
    }

    public String url() {
        return url;
    }

    public ServiceView view() {
        return new ServiceView(url(), standIn.project(), standIn.token());
    }

    /** Returns the results of the first run. */
    public List<ServiceView.Result> results() {
        return view().results(1);
    }

    public long requestCount() {
        return standIn.requests().size();
    }

    /** Returns what a client needs to publish to a service. */
    public static AzureSettings settings(URI url, String project, String token) {
        NetworkSettings straight = new NetworkSettings(new Secret(""), List.of(), "");
        return new AzureSettings(
                url,
                project,
                new Secret(token),
                "",
                2,
                TestNames.QUALIFIED,
                straight,
                WorkItemSettings.DEFAULT,
                PlanSettings.NONE,
                BugSettings.NONE,
                HistorySettings.OFF);
    }

    /** Returns what a user sets to publish here. */
    public Map<String, String> environment() {
        return Map.of(
                "ATTEST_AZURE_URL", url(),
                "ATTEST_AZURE_PROJECT", standIn.project(),
                "ATTEST_AZURE_TOKEN", standIn.token());
    }

    public Map<String, String> environment(Path journal) {
        Map<String, String> environment = new HashMap<>(environment());
        environment.put("ATTEST_JOURNAL_DIR", journal.toString());
        return environment;
    }

    /** Returns what a user sets to publish here and to the QAComplete of the same stand-in. */
    public Map<String, String> environmentOfBoth(Path journal, int testSet) {
        Map<String, String> environment = environment(journal);
        environment.put("ATTEST_QACOMPLETE_URL", standIn.qaCompleteUrl().toString());
        environment.put("ATTEST_QACOMPLETE_PROJECT", "1");
        environment.put("ATTEST_QACOMPLETE_USER", QaCompletePolicy.USER);
        environment.put("ATTEST_QACOMPLETE_PASSWORD", QaCompletePolicy.PASSWORD);
        environment.put("ATTEST_QACOMPLETE_TEST_SET", String.valueOf(testSet));
        return environment;
    }

    public void stop() {
        standIn.close();
    }

    public void restart() {
        standIn = StandIn.start(options);
    }

    @Override
    public void close() {
        standIn.close();
    }
}
