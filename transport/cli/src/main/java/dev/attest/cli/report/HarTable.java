package dev.attest.cli.report;

import dev.attest.internal.json.Json;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.json.MalformedJsonException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The requests of an HTTP archive, as the report shows them.
 *
 * @param requests the first ones
 * @param total how many there are
 * @param failed how many of all have no reply, or one of 400 and more
 */
record HarTable(List<HarRequest> requests, int total, int failed) {

    private static final int MOST = 200;
    private static final int LONGEST = 300;
    private static final int LONGEST_TIME = 9;

    /** A request and its reply. What is not known is empty. */
    record HarRequest(String method, String status, String url, String size, String time, boolean failed) {

        static HarRequest of(JsonValue entry) {
            JsonValue request = entry.get("request");
            JsonValue response = entry.get("response");
            int status = response.get("status").number().orElse(0);
            return new HarRequest(
                    ShownText.line(request.text("method"), LONGEST),
                    status == 0 ? "no reply" : String.valueOf(status),
                    ShownText.line(request.text("url"), LONGEST),
                    Sizes.of(response.get("content").get("size").number().orElse(-1)),
                    time(entry.text("time")),
                    status < 100 || status >= 400);
        }

        private static String time(String milliseconds) {
            String whole = milliseconds.replaceFirst("\\..*", "");
            return whole.length() <= LONGEST_TIME && whole.matches("\\d+")
                    ? Sizes.of(Duration.ofMillis(Long.parseLong(whole)))
                    : "";
        }
    }

    /** Returns the requests; null if the text is damaged, or no archive. */
    static @Nullable HarTable of(String text) {
        try {
            JsonValue entries = Json.read(text).get("log").get("entries");
            return entries.isArray() ? of(entries.items()) : null;
        } catch (MalformedJsonException e) {
            return null;
        }
    }

    private static HarTable of(List<JsonValue> entries) {
        List<HarRequest> requests = new ArrayList<>();
        int failed = 0;
        for (JsonValue entry : entries) {
            HarRequest request = HarRequest.of(entry);
            failed += request.failed() ? 1 : 0;
            if (requests.size() < MOST) {
                requests.add(request);
            }
        }
        return new HarTable(List.copyOf(requests), entries.size(), failed);
    }

    int more() {
        return total - requests.size();
    }
}
