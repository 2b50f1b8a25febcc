package dev.attest.internal.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class JsonValueTest {

    private static final String[] TEXTS = {
        "", "a", "\"\\\n\t\u0000", "\u00e4\u20ac", "\ud83d\ude00", "null", "1", "<b>&"
    };
    private static final String[] NUMBERS = {
        "0", "-1", "9007199254740993", "1e400", "0.1", "123456789012345678901234567890"
    };

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void readsWhatTheTreeOfGsonHas(int seed) throws MalformedJsonException {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            JsonElement element = element(random, 4);
            assertSame(Json.read(element.toString()), element);
        }
    }

    /** A reply may be cut, or come from something that is no service. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void readsOfDamagedTextNoMoreThanGson(int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            String damaged = damaged(element(random, 3).toString(), random);
            JsonElement element = byGson(damaged);
            JsonValue value = read(damaged);
            if (element == null) {
                assertThat(value).as(damaged).isNull();
            } else {
                assertThat(value).as(damaged).isNotNull();
                assertSame(Objects.requireNonNull(value), element);
            }
        }
    }

    /** A reply has thousands of rows of which only the ids are needed. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void readsOfSomeMembersWhatItReadsOfAll(int seed) throws MalformedJsonException {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            String text = damaged(element(random, 4).toString(), random);
            JsonElement element = byGson(text);
            if (element != null) {
                assertSame(Json.read(text, Set.of("A", "null", "1")), withoutOthers(element));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1",
                "{\"b\":{\"c\":[1}",
                "{\"b\":\"x}",
                "{\"b\":1 2}",
                "{\"b\":tru}",
                "{\"b\":1}}",
                "{\"b\":}"
            })
    void refusesDamageInMembersThatAreNotRead(String text) {
        assertThatThrownBy(() -> Json.read(text, Set.of("a"))).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void refusesTextThatIsNestedTooDeep() throws MalformedJsonException {
        assertThat(Json.read("[".repeat(255) + "]".repeat(255)).isArray()).isTrue();
        for (int depth : new int[] {256, 10_000, 1_000_000}) {
            String nested = "[".repeat(depth) + "]".repeat(depth);
            assertThatThrownBy(() -> Json.read(nested)).isInstanceOf(MalformedJsonException.class);
            assertThatThrownBy(() -> Json.read("{\"b\":" + nested + "}", Set.of("a")))
                    .isInstanceOf(MalformedJsonException.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"n\":12} | 12",
                "{\"n\":\"12\"} | 12",
                "{\"n\":1.2e1} | 12",
                "{\"n\":12.0} | 12",
                "{\"n\":9223372036854775807} | 9223372036854775807",
                "{\"n\":null} | 0",
                "{} | 0"
            })
    void readsWholeNumbersInAnyForm(String json, long number) throws MalformedJsonException {
        assertThat(Json.read(json).members().longNumber("n")).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "9223372036854775808", "1e400", "true", "\"\"", "\"x\"", "[]", "{}"})
    void refusesWhatIsNoWholeNumber(String number) throws MalformedJsonException {
        JsonMembers members = Json.read("{\"n\":" + number + "}").members();
        assertThatThrownBy(() -> members.longNumber("n"))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageContaining("'n'");
    }

    private static void assertSame(JsonValue value, JsonElement element) {
        assertThat(value.isArray()).isEqualTo(element.isJsonArray());
        assertThat(value.isObject()).isEqualTo(element.isJsonObject());
        assertThat(value).hasToString(element.toString());
        if (element instanceof JsonObject object) {
            assertThat(value.names()).containsExactlyElementsOf(object.keySet());
            object.entrySet().forEach(member -> assertSame(value.get(member.getKey()), member.getValue()));
        } else if (element instanceof JsonArray array) {
            assertThat(value.items()).hasSize(array.size());
            for (int i = 0; i < array.size(); i++) {
                assertSame(value.items().get(i), array.get(i));
            }
        } else if (element instanceof JsonPrimitive primitive) {
            assertThat(value.text()).contains(primitive.getAsString());
        } else {
            assertThat(value.text()).isEmpty();
        }
    }

    private static JsonElement withoutOthers(JsonElement element) {
        if (element instanceof JsonObject object) {
            JsonObject some = new JsonObject();
            object.entrySet().stream()
                    .filter(member -> List.of("a", "null", "1").contains(member.getKey()))
                    .forEach(member -> some.add(member.getKey(), withoutOthers(member.getValue())));
            return some;
        }
        if (element instanceof JsonArray array) {
            JsonArray some = new JsonArray();
            array.forEach(item -> some.add(withoutOthers(item)));
            return some;
        }
        return element;
    }

    private static @Nullable JsonValue read(String text) {
        try {
            return Json.read(text);
        } catch (MalformedJsonException e) {
            return null;
        }
    }

    private static @Nullable JsonElement byGson(String text) {
        try {
            if (text.isBlank()) {
                return null; // Gson takes it for null
            }
            JsonReader reader = new JsonReader(new StringReader(text));
            reader.setStrictness(Strictness.STRICT);
            JsonElement element = JsonParser.parseReader(reader);
            return reader.peek() == JsonToken.END_DOCUMENT ? element : null;
        } catch (Exception e) {
            return null;
        }
    }

    private static String damaged(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(damaged.length() + 1);
            String part =
                    "{}[]\",:0-e.tnul\\ \u0001".substring(random.nextInt(16)).substring(0, 1);
            switch (random.nextInt(3)) {
                case 0 -> damaged.setLength(at);
                case 1 -> damaged.insert(at, part);
                default -> damaged.replace(at, Math.min(at + 1, damaged.length()), part);
            }
        }
        return damaged.toString();
    }

    private static JsonElement element(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> JsonNull.INSTANCE;
            case 1 -> new JsonPrimitive(random.nextBoolean());
            case 2 -> new JsonPrimitive(TEXTS[random.nextInt(TEXTS.length)]);
            case 3 -> new JsonPrimitive(new BigDecimal(NUMBERS[random.nextInt(NUMBERS.length)]));
            case 4 -> array(random, depth);
            default -> object(random, depth);
        };
    }

    private static JsonArray array(Random random, int depth) {
        JsonArray array = new JsonArray();
        for (int i = random.nextInt(4); i > 0; i--) {
            array.add(element(random, depth - 1));
        }
        return array;
    }

    private static JsonObject object(Random random, int depth) {
        JsonObject object = new JsonObject();
        for (int i = random.nextInt(4); i > 0; i--) {
            object.add(TEXTS[random.nextInt(TEXTS.length)], element(random, depth - 1));
        }
        return object;
    }
}
