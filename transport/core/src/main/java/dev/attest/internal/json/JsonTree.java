package dev.attest.internal.json;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON text into maps, lists, strings, {@link JsonNumber numbers}, booleans and null. The parser is Gson's; its
 * own tree would take two dozen classes and as many steps for each value.
 */
final class JsonTree {

    private final JsonReader in;
    private final Set<String> wanted;

    /** @param wanted the names of the members to read, in any case; empty for all */
    JsonTree(JsonReader in, Set<String> wanted) {
        this.in = in;
        this.wanted = wanted;
    }

    /** Reads one value. If an object has several members of one name, the last one counts. */
    @Nullable
    Object read() throws IOException {
        JsonToken next = in.peek();
        return switch (next) {
            case BEGIN_OBJECT -> object();
            case BEGIN_ARRAY -> array();
            case STRING -> in.nextString();
            case NUMBER -> new JsonNumber(in.nextString());
            case BOOLEAN -> in.nextBoolean();
            case NULL -> nothing();
            default -> throw new IOException("no value but " + next + " at " + in.getPath());
        };
    }

    private @Nullable Object nothing() throws IOException {
        in.nextNull();
        return null;
    }

    private Map<String, @Nullable Object> object() throws IOException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        in.beginObject();
        while (in.hasNext()) {
            String name = in.nextName();
            if (isWanted(name)) {
                members.put(name, read());
            } else {
                in.skipValue();
            }
        }
        in.endObject();
        return members;
    }

    private List<@Nullable Object> array() throws IOException {
        List<@Nullable Object> items = new ArrayList<>();
        in.beginArray();
        while (in.hasNext()) {
            items.add(read());
        }
        in.endArray();
        return items;
    }

    private boolean isWanted(String name) {
        if (wanted.isEmpty() || wanted.contains(name)) {
            return true;
        }
        for (String each : wanted) {
            if (each.equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }
}
