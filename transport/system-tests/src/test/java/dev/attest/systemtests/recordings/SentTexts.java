package dev.attest.systemtests.recordings;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the client sends otherwise than when it was recorded, such as markers and dates, by its position in the
 * requests. A recorded reply that has a recorded text is given with the one that the client has sent.
 */
final class SentTexts {

    private final Map<String, String> texts = new HashMap<>();
    private final Map<Instant, Instant> dates = new HashMap<>();
    private @Nullable Duration passed;

    void learn(@Nullable JsonElement recorded, @Nullable JsonElement sent) {
        if (recorded == null || sent == null) {
            return;
        }
        if (recorded.isJsonObject() && sent.isJsonObject()) {
            JsonObject other = sent.getAsJsonObject();
            recorded.getAsJsonObject().entrySet().forEach(each -> learn(each.getValue(), other.get(each.getKey())));
        } else if (recorded.isJsonArray() && sent.isJsonArray()) {
            int both = Math.min(
                    recorded.getAsJsonArray().size(), sent.getAsJsonArray().size());
            for (int i = 0; i < both; i++) {
                learn(recorded.getAsJsonArray().get(i), sent.getAsJsonArray().get(i));
            }
        } else if (recorded.isJsonPrimitive() && sent.isJsonPrimitive()) {
            learn(recorded.getAsString(), sent.getAsString());
        }
    }

    /** Returns a recorded reply as the client expects it. */
    JsonElement inReply(JsonElement recorded) {
        return ShiftedDates.texts(recorded, this::now);
    }

    private void learn(String recorded, String sent) {
        Optional<OffsetDateTime> there = ShiftedDates.date(recorded);
        Optional<OffsetDateTime> here = ShiftedDates.date(sent);
        if (there.isPresent() && here.isPresent()) {
            dates.put(there.get().toInstant(), here.get().toInstant());
            passed = passed == null ? Duration.between(there.get(), here.get()) : passed;
        } else if (!recorded.equals(sent) && !recorded.equals("text")) {
            texts.put(recorded, sent);
        }
    }

    /** A date that the client has not sent is as far from those that it has sent as it was. */
    private String now(String recorded) {
        Optional<OffsetDateTime> date = ShiftedDates.date(recorded);
        if (date.isEmpty()) {
            return texts.getOrDefault(recorded, recorded);
        }
        Instant sent = dates.get(date.get().toInstant());
        return sent == null
                ? ShiftedDates.by(passed == null ? Duration.ZERO : passed, recorded)
                : sent.atOffset(date.get().getOffset()).toString();
    }
}
