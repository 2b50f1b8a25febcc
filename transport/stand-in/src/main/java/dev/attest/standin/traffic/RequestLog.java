package dev.attest.standin.traffic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The last 100,000 requests. Thread-safe. */
public final class RequestLog {

    private static final int KEPT = 100_000;

    private final SharedTexts texts = new SharedTexts();
    private final Deque<RecordedRequest> requests = new ArrayDeque<>();
    private final SortedMap<String, Integer> counts = new TreeMap<>();

    /** Adds a request. Called before its reply leaves. */
    public synchronized void add(RecordedRequest request) {
        if (requests.size() == KEPT) {
            requests.removeFirst();
        }
        requests.addLast(texts.share(request));
        counts.merge(request.route(), 1, Integer::sum);
    }

    /** Returns the requests in the order in which they were answered. */
    public synchronized List<RecordedRequest> all() {
        return List.copyOf(new ArrayList<>(requests));
    }

    /** Returns the number of requests by route, including requests that the log no longer holds. */
    public synchronized SortedMap<String, Integer> counts() {
        return new TreeMap<>(counts);
    }

    /** Removes all requests and counts. */
    public synchronized void clear() {
        requests.clear();
        counts.clear();
    }
}
