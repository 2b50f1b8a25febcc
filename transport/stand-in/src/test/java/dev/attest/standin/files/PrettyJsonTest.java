package dev.attest.standin.files;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PrettyJsonTest {

    @Test
    void keepsEachValueAsItIsInTheFile() {
        assertThat(PrettyJson.of("{\"a\":1.10,\"a\":12345678901234567890.123,\"b\":[1e400,true,null,\"x\\u003c\"]}"))
                .isEqualTo("""
                        {
                          "a" : 1.10,
                          "a" : 12345678901234567890.123,
                          "b" : [ 1e400, true, null, "x<" ]
                        }""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text", "{", "[1", "{} {}", "[1]x", "{\"a\":}", "7", "<html>"})
    void leavesWhatIsNoJsonAsItIs(String text) {
        assertThat(PrettyJson.of(text)).isEqualTo(text);
    }

    @Test
    void leavesWhatWouldGrowWithoutBoundsAsItIs() {
        var deep = "[".repeat(100_000);
        var wide = "[".repeat(900) + "{},".repeat(20_000) + "1" + "]".repeat(900);
        var objects = "{\"a\":".repeat(900) + "[" + "{\"b\":1},".repeat(7000) + "1]" + "}".repeat(900);

        assertThat(PrettyJson.of(deep)).isEqualTo(deep);
        assertThat(PrettyJson.of(wide)).hasSizeLessThan(21 * wide.length());
        assertThat(PrettyJson.of(objects)).isEqualTo(objects);
    }
}
