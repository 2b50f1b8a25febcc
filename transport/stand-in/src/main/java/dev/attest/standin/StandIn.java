package dev.attest.standin;

import dev.attest.standin.azure.plans.PlanFile;
import dev.attest.standin.faults.Faults;
import dev.attest.standin.qacomplete.QaCompleteApi;
import dev.attest.standin.rules.QaCompletePolicy;
import dev.attest.standin.server.HttpService;
import dev.attest.standin.store.BuildStore;
import dev.attest.standin.store.Store;
import dev.attest.standin.traffic.RecordedRequest;
import dev.attest.standin.traffic.RequestLog;
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
 * A running stand-in for Azure DevOps and QAComplete on 127.0.0.1. Everything that it acknowledged is in its data
 * folder. A stand-in that is started with the folder of a closed or killed one continues with its data. Thread-safe.
 */
public final class StandIn implements AutoCloseable {

    private final StandInOptions options;
    private final DataFolder data;
    private final Store store;
    private final HttpService service;
    private final Javalin http;
    private final Faults faults;
    private final RequestLog requests;

    private StandIn(
            StandInOptions options,
            DataFolder data,
            Store store,
            HttpService service,
            Javalin http,
            Faults faults,
            RequestLog requests) {
        this.options = options;
        this.data = data;
        this.store = store;
        this.service = service;
        this.http = http;
        this.faults = faults;
        this.requests = requests;
    }

    /** Starts a stand-in with {@link StandInOptions#defaults()}. */
    public static StandIn start() {
        return start(StandInOptions.defaults());
    }

    /**
     * Starts a stand-in. Blocks until it accepts requests.
     *
     * @throws UncheckedIOException if the port is in use, or the data folder or the file of test plans cannot be read
     * @throws IllegalArgumentException if a fault or the seed of QAComplete is invalid
     */
    public static StandIn start(StandInOptions options) {
        var clock = Clock.systemUTC();
        var faults = new Faults(options.faults().seed(), clock);
        addFaults(faults, options);
        try {
            var data = DataFolder.of(options.data());
            var store = Store.open(data.path(), clock);
            try {
                return listen(options, data, store, faults, clock);
            } catch (IOException | RuntimeException e) {
                store.close();
                data.deleteIfTemporary();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StandIn listen(StandInOptions options, DataFolder data, Store store, Faults faults, Clock clock)
            throws IOException {
        if (options.plans() != null) {
            PlanFile.load(options.plans(), options.policy(), store);
        }
        var requests = new RequestLog();
        var service = new HttpService(
                options.policy(),
                qaComplete(options, store),
                store,
                faults,
                requests,
                options.faults().latency(),
                options.largestFile(),
                clock);
        var http = service.create();
        try {
            http.start("127.0.0.1", options.port());
        } catch (JavalinBindException e) {
            var taken = new BindException("Port " + options.port() + " on 127.0.0.1 is in use. Choose another, or 0.");
            taken.initCause(e);
            throw taken;
        }
        return new StandIn(options, data, store, service, http, faults, requests);
    }

    private static QaCompleteApi qaComplete(StandInOptions options, Store store) {
        try {
            return new QaCompleteApi(options.policy(), options.qaComplete(), store);
        } catch (IllegalArgumentException e) {
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

    /** Returns the URL of the collection, which clients are configured with. */
    public URI url() {
        return page().resolve("DefaultCollection");
    }

    /** Returns the URL of the page with all runs. */
    public URI page() {
        return URI.create("http://127.0.0.1:" + port() + "/");
    }

    /** Returns the port. */
    public int port() {
        return http.port();
    }

    /** Returns the first project. */
    public String project() {
        return options.policy().projects().get(0);
    }

    /** Returns the personal access token. */
    public String token() {
        return options.policy().token();
    }

    /** Returns the URL of QAComplete, without the version. */
    public URI qaCompleteUrl() {
        return page().resolve(QaCompleteApi.BASE);
    }

    /** Returns the settings of QAComplete, with a login and a password that have all rights. */
    public QaCompletePolicy qaComplete() {
        return options.qaComplete();
    }

    /** Returns the folder with the data. */
    public Path data() {
        return data.path();
    }

    /**
     * Returns the builds whose number, definition and branch are known. Without {@link StandInOptions#withBuilds} every
     * other build exists as well. Add a build before its runs: the history of a test is kept by definition and branch.
     */
    public BuildStore builds() {
        return store.builds();
    }

    /** Returns the faults. At first these are the faults of the options. */
    public Faults faults() {
        return faults;
    }

    /**
     * Returns the requests in the order of their replies, including requests for pages. A request is recorded before
     * its reply leaves.
     */
    public List<RecordedRequest> requests() {
        return requests.all();
    }

    /**
     * Returns the number of requests by {@linkplain RecordedRequest#route route}, such as <code>
     * POST /{collection}/{project}/_apis/test/runs</code>.
     */
    public SortedMap<String, Integer> requestCounts() {
        return requests.counts();
    }

    /** Removes all recorded requests. */
    public void clearRequests() {
        requests.clear();
    }

    /** Stops the server, and deletes a temporary data folder. A second call does nothing. */
    @Override
    public void close() {
        service.stop();
        http.stop();
        store.close();
        data.deleteIfTemporary();
    }
}
