package dev.attest.standin;

import dev.attest.standin.faults.Faults;
import dev.attest.standin.qacomplete.QaCompleteApi;
import dev.attest.standin.rules.QaCompletePolicy;
import dev.attest.standin.store.Store;
import dev.attest.standin.traffic.RecordedRequest;
import dev.attest.standin.traffic.Traffic;
import dev.attest.standin.wire.PlanFile;
import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.SortedMap;

/**
 * A running stand-in for Azure DevOps and QAComplete on 127.0.0.1. What it acknowledged is kept in its data folder: a stand-in that is
 * started with the same folder goes on where another was closed or killed. Safe for use by many threads.
 */
public final class StandIn implements AutoCloseable {

    private final StandInOptions options;
    private final DataFolder data;
    private final Store store;
    private final HttpService service;
    private final Javalin http;
    private final Faults faults;
    private final Traffic traffic;

    private StandIn(
            StandInOptions options,
            DataFolder data,
            Store store,
            HttpService service,
            Javalin http,
            Faults faults,
            Traffic traffic) {
        this.options = options;
        this.data = data;
        this.store = store;
        this.service = service;
        this.http = http;
        this.faults = faults;
        this.traffic = traffic;
    }

    /** Starts with {@link StandInOptions#defaults()}. */
    public static StandIn start() {
        return start(StandInOptions.defaults());
    }

    /**
     * Starts a stand-in; blocks until it answers.
     *
     * @throws UncheckedIOException when the port is taken, or the data folder or the test plans cannot be used
     * @throws IllegalArgumentException when a fault or the seed of QAComplete is not understood
     */
    public static StandIn start(StandInOptions options) {
        var clock = Clock.systemUTC();
        var faults = new Faults(options.faults().seed(), clock);
        addFaults(faults, options);
        try {
            var data = DataFolder.of(options.data());
            var store = Store.open(data.path(), clock);
            begin(options, store, data);
            var traffic = new Traffic();
            var qaComplete = qaComplete(options, store, data);
            var service = new HttpService(
                    options.policy(),
                    qaComplete,
                    store,
                    faults,
                    traffic,
                    options.faults().latency(),
                    options.largestFile(),
                    clock);
            var http = service.create();
            try {
                http.start("127.0.0.1", options.port());
            } catch (JavalinBindException e) {
                store.close();
                data.release();
                var taken =
                        new BindException("Port " + options.port() + " on 127.0.0.1 is in use. Choose another, or 0.");
                taken.initCause(e);
                throw taken;
            }
            return new StandIn(options, data, store, service, http, faults, traffic);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void begin(StandInOptions options, Store store, DataFolder data) throws IOException {
        if (options.plans() == null) {
            return;
        }
        try {
            PlanFile.load(options.plans(), options.policy(), store);
        } catch (IOException | RuntimeException e) {
            store.close();
            data.release();
            throw e;
        }
    }

    private static QaCompleteApi qaComplete(StandInOptions options, Store store, DataFolder data) {
        try {
            return new QaCompleteApi(options.policy(), options.qaComplete(), store);
        } catch (IllegalArgumentException e) {
            store.close();
            data.release();
            throw new IllegalArgumentException("--qacomplete: " + e.getMessage(), e);
        }
    }

    private static void addFaults(Faults faults, StandInOptions options) {
        try {
            faults.addAll(options.faults().rules());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--fault: " + e.getMessage(), e);
        }
    }

    /** Returns the address of the collection: what a client is configured with. */
    public URI url() {
        return page().resolve("DefaultCollection");
    }

    /** Returns the address of the page that shows the runs. */
    public URI page() {
        return URI.create("http://127.0.0.1:" + port() + "/");
    }

    /** Returns the port that it listens on. */
    public int port() {
        return http.port();
    }

    /** Returns the first of its projects. */
    public String project() {
        return options.policy().projects().get(0);
    }

    /** Returns the token that opens the API. */
    public String token() {
        return options.policy().token();
    }

    /** Returns the address of QAComplete, without the version. */
    public URI qaCompleteUrl() {
        return page().resolve(QaCompleteApi.BASE);
    }

    /** Returns the login and the password of QAComplete that may do everything. */
    public QaCompletePolicy qaComplete() {
        return options.qaComplete();
    }

    /** Returns the folder with the data. */
    public Path data() {
        return data.path();
    }

    /** Returns the rules by which it misbehaves; at the start those of its options. */
    public Faults faults() {
        return faults;
    }

    /**
     * Returns the requests so far in the order in which they were answered, those of the page included. A request is
     * there before its reply leaves.
     */
    public List<RecordedRequest> requests() {
        return traffic.all();
    }

    /**
     * Returns how many requests there were by {@linkplain RecordedRequest#route route}, such as
     * <code>POST /{collection}/{project}/_apis/test/runs</code>.
     */
    public SortedMap<String, Integer> requestCounts() {
        return traffic.counts();
    }

    /** Forgets the requests so far. */
    public void clearRequests() {
        traffic.clear();
    }

    /** Stops answering, and deletes the data folder if it is a temporary one. A second call does nothing. */
    @Override
    public void close() {
        service.stop();
        http.stop();
        store.close();
        data.release();
    }
}
