package dev.attest.standin.azure.testruns;

import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.HistoryQuery.Place;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** The continuation token of a history: the place of the last result of a page, in a form that nobody takes apart. */
final class HistoryToken {

    private HistoryToken() {}

    static String write(Place place) {
        var text = place.completedAt() + " " + place.runId() + " " + place.resultId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    static Place read(String token) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII).split(" ", -1);
            if (parts.length == 3) {
                return new Place(Instant.parse(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // Refused below, like a token of another length.
        }
        throw Refusal.property("continuationToken", "The continuationToken is not one that a reply gave.");
    }
}
