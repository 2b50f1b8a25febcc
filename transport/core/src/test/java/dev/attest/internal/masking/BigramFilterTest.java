package dev.attest.internal.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BigramFilterTest {

    @Test
    void findsEachWordInAnyText() {
        Random random = new Random(4711);
        for (int round = 0; round < 20_000; round++) {
            List<String> words = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(3); i++) {
                words.add(text(random, "ab cdü", 1 + random.nextInt(9)).strip() + "x");
            }
            String word = words.get(random.nextInt(words.size()));
            String text =
                    text(random, "ab cdeü\n", random.nextInt(20)) + word + text(random, "ab c", random.nextInt(9));

            assertThat(new BigramFilter(words).mayFind(text))
                    .as(words + " in " + text)
                    .isTrue();
        }
    }

    @Test
    void findsAWordThatLinesBreak() {
        Random random = new Random(4711);
        for (int round = 0; round < 20_000; round++) {
            String word = text(random, "abcd", 6 + random.nextInt(9));
            StringBuilder text = new StringBuilder(text(random, "abcd e", random.nextInt(9)));
            for (char c : word.toCharArray()) {
                text.append(c)
                        .append(List.of("", "", " ", "\r\n", "\n[main] ", "\t").get(random.nextInt(6)));
            }

            assertThat(new BigramFilter(List.of(word)).mayFind(text + "e"))
                    .as(text + " has " + word)
                    .isTrue();
        }
    }

    @Test
    void findsWordsOfAnyCharacter() {
        for (int c = '!'; c <= Character.MAX_VALUE; c++) {
            String word = String.valueOf((char) c).repeat(8);
            String other = (char) (Character.MAX_VALUE - c + '!') + word;

            assertThat(new BigramFilter(List.of(word)).mayFind(word))
                    .as("U+%04X", c)
                    .isTrue();
            assertThat(new BigramFilter(List.of(other, "secret")).mayFind("a " + other))
                    .as("U+%04X", c)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "CartTest › adds(int) › [2] 7",
                "prints(int)[12]",
                "2026-11-21 12:00:00.000 INFO  [main] shop.Cart - line 3 of 12\nnext line\n",
                "s3cr3t and t-value"
            })
    void doesNotFindWhatIsNotThere(String text) {
        assertThat(new BigramFilter(List.of("s3cr3t-value", "czNjcjN0LXZhbH")).mayFind(text))
                .isFalse();
    }

    /** What has escapes may have any word. */
    @ParameterizedTest
    @ValueSource(strings = {"a%41", "a\\u0041", "&amp;", "100 %"})
    void mayFindAnythingInATextWithEscapes(String text) {
        assertThat(new BigramFilter(List.of("s3cr3t-value")).mayFind(text)).isTrue();
    }

    private static String text(Random random, String alphabet, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
