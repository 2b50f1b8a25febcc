package dev.attest.internal.json;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class JsonTextTest {

    @Test
    void writesMembersAndElements() {
        String text = new JsonText()
                .object()
                .member("row", 1)
                .optional("failure", null)
                .optional("comment", "none")
                .array("tags")
                .element("slow")
                .element(2)
                .endArray()
                .object("empty")
                .endObject()
                .member("retried", false)
                .array("rows")
                .object()
                .endObject()
                .object()
                .endObject()
                .endArray()
                .endObject()
                .toString();

        assertThat(text)
                .isEqualTo("{\"row\":1,\"comment\":\"none\",\"tags\":[\"slow\",2],\"empty\":{},\"retried\":false,"
                        + "\"rows\":[{},{}]}");
    }

    @Property
    void escapesAsJsonDoes(@ForAll List<String> texts, @ForAll char unusual) {
        Map<String, Object> members = new LinkedHashMap<>();
        JsonText text = new JsonText().object();
        for (String each : texts) {
            text.member("m" + members.size(), unusual + each);
            members.put("m" + members.size(), unusual + each);
        }

        assertThat(text.endObject()).hasToString(Json.write(members));
    }

    /** A long text is looked at piece by piece. What needs more than one character may lie across two pieces. */
    @Property(tries = 200)
    void escapesLongTextsAsJsonDoes(
            @ForAll @IntRange(min = 8180, max = 8200) int before,
            @ForAll @IntRange(min = 0, max = 8200) int after,
            @ForAll("unusual") String unusual) {
        String text = "a".repeat(before) + unusual + "?".repeat(after) + unusual;
        // Half of a pair becomes a question mark, as in all UTF-8 that Java writes.
        String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

        assertThat(new JsonText().object().member("text", text).endObject())
                .hasToString(Json.write(Map.of("text", whole)));
    }

    @Provide
    Arbitrary<String> unusual() {
        return Arbitraries.strings()
                .withChars('\uD83D', '\uDE00', '?', 'a', '"', '\\', '\n', 'é', '\u2028', '\uFFFF')
                .ofMinLength(1)
                .ofMaxLength(12);
    }

    @Property
    void escapesNamesOfEntriesAsJsonDoes(@ForAll Set<String> names, @ForAll char unusual) {
        Map<String, Object> members = new LinkedHashMap<>();
        JsonText text = new JsonText().object();
        for (String each : names) {
            members.put(unusual + each, members.size());
            text.entry(unusual + each, members.size() - 1L);
        }

        assertThat(text.endObject()).hasToString(Json.write(members));
    }

    @Test
    void escapesEveryControlCharacter() {
        StringBuilder all = new StringBuilder();
        for (char c = 0; c < 0x3000; c++) {
            all.append(c);
        }

        assertThat(new JsonText().array().element(all.toString()).endArray())
                .hasToString(Json.write(List.of(all.toString())));
    }
}
