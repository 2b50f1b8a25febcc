package dev.attest.internal.text;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TextsTest {

    @Test
    void showsControlCharactersAsTheirPictures() {
        assertThat(Texts.clean("a\u0000b\u001b[31mc\td\r\ne")).isEqualTo("a␀b␛[31mc\td\r\ne");
    }

    @Test
    void replacesHalvesOfCharacters() {
        assertThat(Texts.clean("\uD83D|\uDE00|😀|\uFFFF")).isEqualTo("\uFFFD|\uFFFD|😀|\uFFFD");
    }

    @Test
    void leavesTextAloneThatFits() {
        assertThat(Texts.cut("abc", 3, "…")).isEqualTo("abc");
    }

    @Test
    void saysHowMuchWasCut() {
        assertThat(Texts.cutWithNote("x".repeat(5000), 4000))
                .hasSize(4000)
                .startsWith("xxx")
                .endsWith("x… [cut, 5000 characters in all]");
    }

    @Test
    void splitsNoCharacter() {
        assertThat(Texts.cut("ab😀cd", 4, "…")).isEqualTo("ab…");
        assertThat(Texts.cut("ab😀cd", 5, "…")).isEqualTo("ab😀…");
    }

    @Test
    void keepsLongNamesApart() {
        String common = "x".repeat(300);

        assertThat(Texts.cutWithHash(common + "a", 256))
                .hasSize(256)
                .isNotEqualTo(Texts.cutWithHash(common + "b", 256))
                .isEqualTo(Texts.cutWithHash(common + "a", 256));
    }

    @Property(tries = 300)
    void alwaysGivesTextThatFitsAndCanBeEncoded(
            @ForAll @CharRange(from = '\u0000', to = '\uFFFF') String text,
            @ForAll @IntRange(min = 60, max = 80) int max) {
        String fit = Texts.cutWithNote(Texts.clean(text.repeat(3)), max);

        assertThat(fit.length()).isLessThanOrEqualTo(max);
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(fit)).isTrue();
    }
}
