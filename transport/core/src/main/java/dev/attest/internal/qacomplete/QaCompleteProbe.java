package dev.attest.internal.qacomplete;

import dev.attest.internal.config.QaCompleteSettings;
import dev.attest.internal.destination.ProbeResult;
import dev.attest.internal.destination.ProbeResult.Kind;
import dev.attest.internal.http.Http;
import dev.attest.internal.http.PooledHttp;
import dev.attest.internal.rest.ErrorBody;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.RestClient;
import java.io.Closeable;
import java.time.Clock;
import java.util.Map;

/**
 * Asks QAComplete whether it would take results, and why not, as far as a look can tell: what the user may change it
 * tells only when something is changed. Each question is asked once and blocks for the time of its exchange.
 */
public final class QaCompleteProbe implements Closeable {

    private final QaCompleteSettings settings;
    private final Http http;
    private final QaCompleteApi api;

    /**
     * Connects to nothing yet.
     *
     * @param environment of the process, for {@code HTTPS_PROXY} and its kin
     */
    public QaCompleteProbe(QaCompleteSettings settings, Map<String, String> environment) {
        this(
                settings,
                new PooledHttp(
                        RestClient.settings(settings.network(), QaCompleteDestination.CONNECTIONS, environment)));
    }

    QaCompleteProbe(QaCompleteSettings settings, Http http) {
        this.settings = settings;
        this.http = http;
        this.api = new QaCompleteApi(settings, http, Clock.systemUTC());
    }

    /** Asks for a run of the project: whether the login is good, and the project may be read. */
    public ProbeResult project() {
        return ask(
                "look into the project",
                api.urls().projectRuns("offset", "0", "limit", "1"),
                "The user may read the test runs of " + api.urls().shown() + ".");
    }

    /** Asks for the test set. */
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

    private ProbeResult ask(String purpose, Resource resource, String told) {
        try {
            api.get(purpose, resource);
            return new ProbeResult(Kind.OK, told, null);
        } catch (NotDeliveredException e) {
            return new ProbeResult(kind(e), e.reason(), null);
        }
    }

    private static Kind kind(NotDeliveredException refusal) {
        ErrorBody error = refusal.error();
        if (QaCompleteFailurePolicy.saysDenied(error)) {
            return Kind.FORBIDDEN;
        }
        return switch (refusal.status()) {
            case 0 -> Kind.NO_ANSWER;
            case 401 -> Kind.TOKEN_REFUSED;
            case 403 -> Kind.FORBIDDEN;
            case 404 -> QaCompleteFailurePolicy.saysNotFound(error) ? Kind.NOT_FOUND : Kind.NO_COLLECTION;
            case 407 -> Kind.PROXY_CREDENTIALS;
            case 408, 429 -> Kind.UNWELL;
            default ->
                refusal.status() >= 500 ? Kind.UNWELL : refusal.status() / 100 == 4 ? Kind.REFUSED : Kind.NO_COLLECTION;
        };
    }
}
