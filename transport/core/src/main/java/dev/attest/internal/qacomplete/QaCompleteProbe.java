package dev.attest.internal.qacomplete;

import dev.attest.internal.config.QaCompleteSettings;
import dev.attest.internal.destination.ProbeResult;
import dev.attest.internal.destination.ProbeResult.Kind;
import dev.attest.internal.http.Http;
import dev.attest.internal.rest.ErrorBody;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.ProbeKinds;
import dev.attest.internal.rest.RestClient;
import java.io.Closeable;
import java.time.Clock;
import java.util.Map;

/**
 * Checks whether QAComplete accepts results, as far as reading shows: write permissions show only on a write. Each
 * method makes one request and blocks for its time.
 */
public final class QaCompleteProbe implements Closeable {

    private final QaCompleteSettings settings;
    private final Http http;
    private final QaCompleteApi api;

    /** Connects on the first call. Reads {@code HTTPS_PROXY} and similar variables from the environment. */
    public QaCompleteProbe(QaCompleteSettings settings, Map<String, String> environment) {
        this(
                settings,
                RestClient.http(settings.url(), settings.network(), QaCompleteDestination.CONNECTIONS, environment));
    }

    QaCompleteProbe(QaCompleteSettings settings, Http http) {
        this.settings = settings;
        this.http = http;
        this.api = new QaCompleteApi(settings, http, Clock.systemUTC());
    }

    /** Asks for a run of the project, which checks the login and the project. */
    public ProbeResult project() {
        return ask(
                "look into the project",
                api.urls().projectRuns("offset", "0", "limit", "1"),
                "The user may read the test runs of " + api.urls().shown() + ".");
    }

    public ProbeResult testSet() {
        return ask(
                "look for test set " + settings.testSet(),
                api.urls().testSet(settings.testSet()),
                "Test set " + settings.testSet() + " is there.");
    }

    @Override
    public void close() {
        http.close();
    }

    private ProbeResult ask(String purpose, Resource resource, String message) {
        try {
            api.get(purpose, resource);
            return ProbeResult.ok(message);
        } catch (NotDeliveredException e) {
            return new ProbeResult(kind(e), e.reason(), null);
        }
    }

    private static Kind kind(NotDeliveredException refusal) {
        ErrorBody error = refusal.error();
        if (QaCompleteFailurePolicy.saysDenied(error)) {
            return Kind.FORBIDDEN;
        }
        int status = refusal.status();
        boolean unusable = status > 0 && status < 400;
        return unusable || (status == 404 && !QaCompleteFailurePolicy.saysNotFound(error))
                ? Kind.NO_COLLECTION
                : ProbeKinds.of(status);
    }
}
