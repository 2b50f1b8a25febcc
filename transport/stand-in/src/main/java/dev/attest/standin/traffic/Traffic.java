package dev.attest.standin.traffic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The requests so far, the oldest forgotten when there are very many. Safe for use by many threads. */
public final class Traffic {

    private static final int KEPT = 100_000;

    private final Deque<RecordedRequest> requests = new ArrayDeque<>();

    /** Adds a request; called before its reply leaves. */
    public synchronized void add(RecordedRequest request) {
        if (requests.size() == KEPT) {
            requests.removeFirst();
        }
        requests.addLast(request);
    }

    /** Returns the requests, oldest first. */
    public synchronized List<RecordedRequest> all() {
        return List.copyOf(new ArrayList<>(requests));
    }

    /** Forgets all requests. */
    public synchronized void clear() {
        requests.clear();
    }
}
