package dev.attest.standin.traffic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The requests so far, the oldest forgotten when there are very many. Safe for use by many threads. */
public final class Traffic {

    private static final int KEPT = 100_000;

    private final Deque<RecordedRequest> requests = new ArrayDeque<>();
    private final SortedMap<String, Integer> counts = new TreeMap<>();

    /** Adds a request; called before its reply leaves. */
    public synchronized void add(RecordedRequest request) {
        if (requests.size() == KEPT) {
            requests.removeFirst();
        }
        requests.addLast(request);
        counts.merge(request.route(), 1, Integer::sum);
    }

    /** Returns the requests in the order in which they were answered. */
    public synchronized List<RecordedRequest> all() {
        return List.copyOf(new ArrayList<>(requests));
    }

    /** Returns how many requests there were by route, the forgotten ones included. */
    public synchronized SortedMap<String, Integer> counts() {
        return new TreeMap<>(counts);
    }

    /** Forgets all requests. */
    public synchronized void clear() {
        requests.clear();
        counts.clear();
    }
}
