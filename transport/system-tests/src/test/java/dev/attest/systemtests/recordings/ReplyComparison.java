package dev.attest.systemtests.recordings;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Compares the shape of a reply of the stand-in with a recorded one, both as a recording shows them: the members, the
 * kinds of their values, and the values that a recording keeps. Ids and dates may differ, and so may the order.
 */
final class ReplyComparison {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*");

    /** Numbers that are no ids. */
    private static final Set<String> COUNTS = Set.of(
            "count",
            "revision",
            "rev",
            "totalTests",
            "incompleteTests",
            "notApplicableTests",
            "passedTests",
            "unanalyzedTests",
            "durationInMs",
            "size",
            "sequenceId",
            "errorCode");

    private final RecordedExchange exchange;
    private final List<Difference> differences = new ArrayList<>();

    private ReplyComparison(RecordedExchange exchange) {
        this.exchange = exchange;
    }

    static List<Difference> differences(RecordedExchange exchange, JsonElement recorded, JsonElement actual) {
        ReplyComparison comparison = new ReplyComparison(exchange);
        comparison.compare("", "", recorded, actual);
        return comparison.differences;
    }

    private void compare(String path, String member, JsonElement recorded, JsonElement actual) {
        String kind = kind(recorded);
        if (!kind.equals(kind(actual))) {
            add(path, shown(recorded), shown(actual));
        } else if (recorded.isJsonObject()) {
            compareMembers(path, recorded.getAsJsonObject(), actual.getAsJsonObject());
        } else if (recorded.isJsonArray()) {
            compareItems(path, member, recorded, actual);
        } else if (isKept(member, kind) && !recorded.equals(actual)) {
            add(path, shown(recorded), shown(actual));
        }
    }

    private void compareMembers(String path, JsonObject recorded, JsonObject actual) {
        Set<String> names = new LinkedHashSet<>(recorded.keySet());
        names.addAll(actual.keySet());
        for (String name : names) {
            String member = path.isEmpty() ? name : path + "." + name;
            JsonElement there = recorded.get(name);
            JsonElement here = actual.get(name);
            if (there == null || here == null) {
                add(
                        member,
                        there == null ? "missing" : shown(name, there),
                        here == null ? "missing" : shown(name, here));
            } else {
                compare(member, name, there, here);
            }
        }
    }

    /** Resources of the API have the same ids everywhere; all other items are compared by their position. */
    private void compareItems(String path, String member, JsonElement recorded, JsonElement actual) {
        Map<String, JsonElement> there = byId(recorded);
        Map<String, JsonElement> here = byId(actual);
        for (Map.Entry<String, JsonElement> each : there.entrySet()) {
            if (here.containsKey(each.getKey())) {
                compare(path + "[" + each.getKey() + "]", member, each.getValue(), here.get(each.getKey()));
            }
        }
        Set<String> missing = new LinkedHashSet<>(there.keySet());
        missing.removeAll(here.keySet());
        Set<String> extra = new LinkedHashSet<>(here.keySet());
        extra.removeAll(there.keySet());
        if (!missing.isEmpty() || !extra.isEmpty()) {
            add(path, "an array with " + named(missing), "one with " + named(extra));
        }
    }

    private static String named(Set<String> items) {
        return items.isEmpty() ? "no others" : "also " + String.join(", ", items);
    }

    private static Map<String, JsonElement> byId(JsonElement array) {
        Map<String, JsonElement> items = new LinkedHashMap<>();
        for (JsonElement item : array.getAsJsonArray()) {
            boolean resource = item.isJsonObject() && item.getAsJsonObject().has("routeTemplate");
            String id = resource ? item.getAsJsonObject().get("id").toString() : String.valueOf(items.size());
            items.put(id, item);
        }
        return items;
    }

    private void add(String path, String recorded, String actual) {
        differences.add(new Difference(exchange, path.isEmpty() ? "the reply" : path, recorded, actual));
    }

    private static boolean isKept(String member, String kind) {
        return kind.equals("number")
                ? COUNTS.contains(member)
                : !kind.equals("a date") && !member.endsWith("Id") && !member.equals("id");
    }

    private static String kind(JsonElement value) {
        if (value.isJsonPrimitive()) {
            JsonPrimitive primitive = value.getAsJsonPrimitive();
            boolean date = primitive.isString()
                    && DATE.matcher(primitive.getAsString()).matches();
            return date ? "a date" : primitive.isString() ? "text" : primitive.isNumber() ? "number" : "boolean";
        }
        return value.isJsonNull() ? "null" : value.isJsonArray() ? "an array" : "an object";
    }

    /** Which id a new item gets is up to the service. */
    private static String shown(String member, JsonElement value) {
        boolean id = member.equals("id") || member.endsWith("Id");
        return id && value.isJsonPrimitive() ? "an id" : shown(value);
    }

    private static String shown(JsonElement value) {
        return switch (kind(value)) {
            case "text", "number", "boolean" -> value.toString();
            default -> kind(value);
        };
    }
}
