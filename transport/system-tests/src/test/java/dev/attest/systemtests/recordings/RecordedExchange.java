package dev.attest.systemtests.recordings;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One exchange of a recording, as {@code Recording} draws it.
 *
 * @param line of the file, from 1
 * @param status 0 if there was no reply
 * @param reply null if it was no JSON
 * @param length of a reply that was no JSON
 * @param clock by how many seconds the clock of the service was ahead; null if it told no time
 */
record RecordedExchange(
        int line,
        String method,
        String path,
        @Nullable JsonElement request,
        int status,
        @Nullable JsonElement reply,
        String type,
        int length,
        boolean truncated,
        boolean continues,
        @Nullable Integer clock) {

    private static final Set<String> METHODS = Set.of("OPTIONS", "GET", "POST", "PATCH", "PUT", "DELETE");

    /** No other characters than those that the recorder writes: a line must not lead to another host. */
    private static final Pattern PATH = Pattern.compile(
            "(/\\{project})?/_apis(/[\\w$.-]+)*(\\?[\\w$.-]+=?[\\w.%,:+-]*(&[\\w$.-]+=?[\\w.%,:+-]*)*)?");

    private static final int LONGEST_REPLY = 1_000_000;
    private static final int DAY = 86_400;

    static RecordedExchange of(int line, JsonObject members) throws UnreadableRecordingException {
        String method = text(members, "method");
        String path = text(members, "path");
        if (!METHODS.contains(method)) {
            throw new UnreadableRecordingException(line, "there is no method \"" + shown(method) + "\"");
        }
        if (!PATH.matcher(path).matches()) {
            throw new UnreadableRecordingException(line, "\"" + shown(path) + "\" is no path of the service");
        }
        boolean unanswered = flag(members, "unanswered");
        return new RecordedExchange(
                line,
                method,
                path,
                members.get("request"),
                unanswered ? 0 : number(line, members, "status", 200, 599),
                members.get("reply"),
                text(members, "type"),
                members.has("length") ? number(line, members, "length", 0, LONGEST_REPLY) : 0,
                flag(members, "truncated"),
                flag(members, "continues"),
                members.has("clock") ? (Integer) number(line, members, "clock", -3650 * DAY, 3650 * DAY) : null);
    }

    /** Returns how it is named in a report. */
    String shown() {
        return "line " + line + ", " + method + " " + path.replaceFirst("\\?.*", "");
    }

    /** Returns what it is about, such as {@code results}. */
    String resource() {
        String[] parts = path.replaceFirst("\\?.*", "").split("/", -1);
        String last = parts[parts.length - 1];
        return (last.matches("\\d+") ? parts[parts.length - 2] : last).toLowerCase(Locale.ROOT);
    }

    private static String text(JsonObject members, String name) {
        JsonElement value = members.get(name);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    }

    private static boolean flag(JsonObject members, String name) {
        return text(members, name).equals("true");
    }

    private static int number(int line, JsonObject members, String name, int from, int to)
            throws UnreadableRecordingException {
        String text = text(members, name);
        if (text.matches("-?\\d{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= from && number <= to) {
                return number;
            }
        }
        throw new UnreadableRecordingException(
                line, "\"" + name + "\" is no number from " + from + " to " + to + ": \"" + shown(text) + "\"");
    }

    private static String shown(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "..." : text;
    }
}
