package dev.attest.internal.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes records, maps and lists as JSON text, and reads JSON text. Thread-safe.
 *
 * <p>Instants and durations are written in ISO-8601. {@link #write} omits null values, {@link #writeWithNulls} writes
 * them as {@code null}.
 */
public final class Json {

    private Json() {}

    /** Returns the value as one line of JSON, without null values. */
    public static String write(Object value) {
        return Reflection.GSON.toJson(value);
    }

    /** Returns the value as one line of JSON, with null values as {@code null}. */
    public static String writeWithNulls(@Nullable Object value) {
        return Reflection.WITH_NULLS.toJson(value);
    }

    /**
     * Parses the text.
     *
     * @throws MalformedJsonException if the text is not exactly one JSON value, or nested deeper than 255 levels
     */
    public static JsonValue read(String text) throws MalformedJsonException {
        return read(text, Set.of());
    }

    /**
     * Parses the text, of which only some members of its objects are needed. The others are skipped, which takes little
     * time and no memory. Unlike {@link #read(String)}, this does not look for control characters in them.
     *
     * @param members their names, in any case; empty for all
     * @throws MalformedJsonException as {@link #read(String)} does
     */
    public static JsonValue read(String text, Set<String> members) throws MalformedJsonException {
        try {
            if (text.isBlank()) {
                throw new MalformedJsonException("no text, which Gson takes for null");
            }
            JsonReader reader = new JsonReader(new StringReader(text));
            reader.setStrictness(Strictness.STRICT);
            Object value = new JsonTree(reader, members).read();
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedJsonException("text goes on after the JSON value");
            }
            return new JsonValue(value);
        } catch (MalformedJsonException e) {
            throw e;
        } catch (IOException | StackOverflowError e) {
            throw new MalformedJsonException("not JSON: " + e.getMessage(), e);
        }
    }

    /** What few runs need, and what takes long to load. */
    private static final class Reflection {

        static final Gson GSON = builder().create();
        static final Gson WITH_NULLS = builder().serializeNulls().create();

        private Reflection() {}

        private static GsonBuilder builder() {
            return new GsonBuilder()
                    .disableHtmlEscaping()
                    .registerTypeAdapter(JsonNumber.class, new AsWritten())
                    .registerTypeAdapter(Instant.class, new AsText<>(Instant::parse))
                    .registerTypeAdapter(Duration.class, new AsText<>(Duration::parse));
        }
    }

    /** Writes a value as its {@code toString}, and parses it back. */
    private static final class AsText<T> extends TypeAdapter<T> {

        private final Function<String, T> parse;

        AsText(Function<String, T> parse) {
            this.parse = parse;
        }

        @Override
        public void write(JsonWriter out, T value) throws IOException {
            if (value == null) {
                out.nullValue();
            } else {
                out.value(value.toString());
            }
        }

        @Override
        public T read(JsonReader in) throws IOException {
            return parse.apply(in.nextString());
        }
    }

    /** Writes a number as it was read. */
    private static final class AsWritten extends TypeAdapter<JsonNumber> {

        @Override
        public void write(JsonWriter out, JsonNumber value) throws IOException {
            out.jsonValue(value.text());
        }

        @Override
        public JsonNumber read(JsonReader in) throws IOException {
            return new JsonNumber(in.nextString());
        }
    }
}
