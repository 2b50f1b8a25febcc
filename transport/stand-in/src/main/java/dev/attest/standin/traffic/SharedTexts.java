package dev.attest.standin.traffic;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps one copy of texts that most requests have in common, such as the names of headers. It knows the last 1000
 * texts, so a log of many requests takes little memory. Not thread-safe.
 */
final class SharedTexts {

    private static final int KNOWN = 1000;

    private final Map<String, String> known = new LinkedHashMap<>(16, 0.75f, true) {

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > KNOWN;
        }
    };

    /** Returns an equal request that shares its texts with earlier ones. */
    RecordedRequest share(RecordedRequest request) {
        var headers = new HashMap<String, String>();
        request.headers().forEach((name, value) -> headers.put(share(name), share(value)));
        return new RecordedRequest(
                request.at(),
                share(request.method()),
                share(request.route()),
                share(request.path()),
                request.status(),
                request.bytes(),
                headers);
    }

    private String share(String text) {
        var before = known.putIfAbsent(text, text);
        return before == null ? text : before;
    }
}
