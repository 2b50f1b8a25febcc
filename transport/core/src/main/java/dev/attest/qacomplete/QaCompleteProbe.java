package dev.attest.qacomplete;

import dev.attest.config.QaCompleteSettings;
import dev.attest.http.Http;
import dev.attest.http.PooledHttp;
import dev.attest.publish.Finding;
import dev.attest.publish.Finding.Kind;
import java.io.Closeable;
import java.time.Clock;
import java.util.Map;

/**
 * Asks QAComplete whether it would take results, and why not, as far as a look can tell: what the user may change it tells
 * only when something is changed. Each question is asked once and blocks for the time of its exchange.
 */
public final class QaCompleteProbe implements Closeable {

    private final QaCompleteSettings settings;
    private final Http http;
    private final Service service;
    private final Addresses addresses;

    /**
     * Connects to nothing yet.
     *
     * @param environment of the process, for {@code HTTPS_PROXY} and its kin
     */
    public QaCompleteProbe(QaCompleteSettings settings, Map<String, String> environment) {
        this(settings, new PooledHttp(QaCompleteDestination.way(settings, environment)));
    }

    QaCompleteProbe(QaCompleteSettings settings, Http http) {
        this.settings = settings;
        this.http = http;
        this.addresses = Addresses.of(settings);
        Verdicts verdicts = new Verdicts(settings.user(), settings.password(), Clock.systemUTC());
        this.service = new Service(http, settings.user(), settings.password(), verdicts);
    }

    /** Asks for a run of the project: whether the login is good, and the project may be read. */
    public Finding project() {
        Call call = Call.get("look into the project", Call.Subject.TESTS, addresses.runs("offset", "0", "limit", "1"));
        return ask(call, "The user may read the test runs of " + addresses.shown() + ".");
    }

    /** Asks for the test set. */
    public Finding testSet() {
        Call call = Call.get(
                "look for test set " + settings.testSet(), Call.Subject.RUN, addresses.testSet(settings.testSet()));
        return ask(call, "Test set " + settings.testSet() + " is there.");
    }

    @Override
    public void close() {
        http.close();
    }

    private Finding ask(Call call, String told) {
        try {
            service.send(call);
            return new Finding(Kind.OK, told, null);
        } catch (NotDeliveredException e) {
            return new Finding(kind(e), e.reason(), null);
        }
    }

    private static Kind kind(NotDeliveredException refusal) {
        ErrorBody error = refusal.error();
        if (error.saysDenied()) {
            return Kind.FORBIDDEN;
        }
        return switch (refusal.status()) {
            case 0 -> Kind.NO_ANSWER;
            case 401 -> Kind.TOKEN_REFUSED;
            case 403 -> Kind.FORBIDDEN;
            case 404 -> error.saysNotFound() ? Kind.NOT_FOUND : Kind.NO_COLLECTION;
            case 407 -> Kind.PROXY_CREDENTIALS;
            case 408, 429 -> Kind.UNWELL;
            default ->
                refusal.status() >= 500 ? Kind.UNWELL : refusal.status() / 100 == 4 ? Kind.REFUSED : Kind.NO_COLLECTION;
        };
    }
}
