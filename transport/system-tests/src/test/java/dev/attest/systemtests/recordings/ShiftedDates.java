package dev.attest.systemtests.recordings;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Moves all dates of a recording by the time that has passed since. */
final class ShiftedDates {

    private ShiftedDates() {}

    /** Returns the text as a date, if it is one. */
    static Optional<OffsetDateTime> date(String text) {
        try {
            return text.length() < 20 ? Optional.empty() : Optional.of(OffsetDateTime.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static String by(Duration passed, String text) {
        return date(text).map(date -> date.plus(passed).toString()).orElse(text);
    }

    /** Returns a copy in which each text is replaced. */
    static JsonElement texts(JsonElement value, UnaryOperator<String> replaced) {
        if (value.isJsonObject()) {
            JsonObject copy = new JsonObject();
            value.getAsJsonObject()
                    .entrySet()
                    .forEach(each -> copy.add(each.getKey(), texts(each.getValue(), replaced)));
            return copy;
        }
        if (value.isJsonArray()) {
            JsonArray copy = new JsonArray();
            value.getAsJsonArray().forEach(item -> copy.add(texts(item, replaced)));
            return copy;
        }
        boolean text = value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
        return text ? new JsonPrimitive(replaced.apply(value.getAsString())) : value;
    }
}
