package dev.attest.systemtests.recordings;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The ids of the stand-in in place of the small numbers of a recording, as its replies tell them. */
final class KnownIds {

    private static final Pattern IN_PATH = Pattern.compile("(?i)(runs|results|attachments|testSubResultId)[/=](\\d+)");

    private static final String RUNS = "runs";
    private static final String RESULTS = "results";
    private static final String SUB_RESULTS = "testsubresultid";
    private static final Map<String, String> KINDS_BY_MEMBER = Map.of(
            "testRun", RUNS,
            "testRunId", RUNS,
            "runId", RUNS,
            "testResultId", RESULTS,
            "subResults", SUB_RESULTS);

    /** By kind and number. */
    private final Map<String, String> ids = new HashMap<>();

    /** Learns from a reply of the stand-in and the recorded one. */
    void learn(RecordedExchange recorded, @Nullable JsonElement reply) {
        if (recorded.reply() != null && reply != null) {
            learn(recorded.resource(), "", recorded.reply(), reply);
        }
    }

    /** Returns the path with the ids of the stand-in. */
    String inPath(String path) {
        return IN_PATH.matcher(path).replaceAll(found -> {
            String start = found.group().substring(0, found.start(2) - found.start());
            return Matcher.quoteReplacement(start + of(found.group(1), found.group(2)));
        });
    }

    /** Returns the body of a request with the ids of the stand-in. */
    JsonElement inRequest(RecordedExchange recorded, JsonElement request) {
        return copy(recorded.resource(), "", request);
    }

    private String of(String kind, String number) {
        return ids.getOrDefault(kind.toLowerCase(Locale.ROOT) + " " + number, number);
    }

    private void learn(String kind, String member, JsonElement recorded, JsonElement actual) {
        if (recorded.isJsonObject() && actual.isJsonObject()) {
            for (Map.Entry<String, JsonElement> each :
                    recorded.getAsJsonObject().entrySet()) {
                JsonElement other = actual.getAsJsonObject().get(each.getKey());
                if (other != null) {
                    learn(below(kind, each.getKey()), each.getKey(), each.getValue(), other);
                }
            }
        } else if (recorded.isJsonArray() && actual.isJsonArray()) {
            int both = Math.min(
                    recorded.getAsJsonArray().size(), actual.getAsJsonArray().size());
            for (int i = 0; i < both; i++) {
                learn(
                        kind,
                        member,
                        recorded.getAsJsonArray().get(i),
                        actual.getAsJsonArray().get(i));
            }
        } else if (isId(member) && isNumber(recorded) && isNumber(actual)) {
            ids.putIfAbsent(kind + " " + recorded.getAsString(), actual.getAsString());
        }
    }

    private JsonElement copy(String kind, String member, JsonElement value) {
        if (value.isJsonObject()) {
            JsonObject copy = new JsonObject();
            value.getAsJsonObject()
                    .entrySet()
                    .forEach(each ->
                            copy.add(each.getKey(), copy(below(kind, each.getKey()), each.getKey(), each.getValue())));
            return copy;
        }
        if (value.isJsonArray()) {
            JsonArray copy = new JsonArray();
            value.getAsJsonArray().forEach(item -> copy.add(copy(kind, member, item)));
            return copy;
        }
        if (isId(member) && isNumber(value)) {
            String id = of(kind, value.getAsString());
            boolean text = value.getAsJsonPrimitive().isString();
            return text ? new JsonPrimitive(id) : new JsonPrimitive(new BigDecimal(id));
        }
        return value;
    }

    private static String below(String kind, String member) {
        boolean same = member.equals("id") || member.equals("value");
        return same ? kind : KINDS_BY_MEMBER.getOrDefault(member, member);
    }

    private static boolean isId(String member) {
        return member.equals("id") || member.endsWith("Id");
    }

    private static boolean isNumber(JsonElement value) {
        return value.isJsonPrimitive() && value.getAsString().matches("\\d{1,18}");
    }
}
