package dev.attest.internal.json;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON text into maps, lists, strings, {@link JsonNumber numbers}, booleans and null. The parser is Gson's; its
 * own tree would take two dozen classes and as many steps for each value.
 */
final class JsonTree {

    private JsonTree() {}

    /** Reads one value. If an object has several members of one name, the last one counts. */
    static @Nullable Object read(JsonReader in) throws IOException {
        JsonToken next = in.peek();
        return switch (next) {
            case BEGIN_OBJECT -> object(in);
            case BEGIN_ARRAY -> array(in);
            case STRING -> in.nextString();
            case NUMBER -> new JsonNumber(in.nextString());
            case BOOLEAN -> in.nextBoolean();
            case NULL -> nothing(in);
            default -> throw new IOException("no value but " + next + " at " + in.getPath());
        };
    }

    private static @Nullable Object nothing(JsonReader in) throws IOException {
        in.nextNull();
        return null;
    }

    private static Map<String, @Nullable Object> object(JsonReader in) throws IOException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        in.beginObject();
        while (in.hasNext()) {
            String name = in.nextName();
            members.put(name, read(in));
        }
        in.endObject();
        return members;
    }

    private static List<@Nullable Object> array(JsonReader in) throws IOException {
        List<@Nullable Object> items = new ArrayList<>();
        in.beginArray();
        while (in.hasNext()) {
            items.add(read(in));
        }
        in.endArray();
        return items;
    }
}
