package dev.attest.internal.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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
