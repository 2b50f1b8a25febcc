package dev.attest.standin.pages;

import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class MessagePartTest {

    /** What is marked is in braces. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "expected: <Total: 1{2}.98 EUR> but was: <Total: 1{1}.98 EUR>",
                "the total ==> expected: <{4}0> but was: <{1}0>",
                "expected:<a[{b}]c> but was:<a[{d}]c>",
                "expected [one] but found [{not }one]",
                "\nexpected: \"sh{o}p\"\n but was: \"sh{i}p\"",
                "\r\nexpected: \"sh{o}p\"\r\n but was: \"sh{i}p\"\r\nmore",
                "expected: sh{o}p\nbut was : sh{i}p",
                "\nExpected: \"sh{o}p\"\n     but: was \"sh{i}p\"",
                "Error: expect(received).toBe(expected)\n\nExpected: \"1{2}\"\nReceived: \"1{1}\"",
                "expected: \"one\n{two}\"\n but was: \"one\n{2}\"",
                "expected: \"a{b}\"\n but was: \"a{c}\"\nwhen comparing values using CaseInsensitive",
                "expected: <a{\r}> but was: <a>",
                "Multiple Failures\n\texpected: <1{0}> but was: <1{1}>\n\tNoSuchElementException: no <li> here",
                "expected: <one\n{two}> but was: <one\n{2}>",
                "expected: <a{ }b> but was: <ab>",
                "expected: <ab> but was: <a{\u00a0}b>",
                "expected: <x {😀}> but was: <x {😁}>",
                "Multiple Failures (2 failures)\n\texpected: <1{1}> but was: <1{2}>\n\texpected: <a{>}b> but was: <a{<}b>",
            })
    void marksWhereComparedValuesDiffer(String marked) {
        assertThat(marked(marked.replaceAll("[{}]", ""))).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payment service answered 503",
                "",
                "expected: <one> but was: <two",
                "expected: <1> but was: <2>",
                "expected: java.lang.Object@1<same> but was: java.lang.Object@2<same>",
                "expected: <same> but was: <same>",
                "but was: <a> expected: <ab>",
                "expected: <",
                "> but was: <",
            })
    void marksNothingWhereThereIsNothingToTell(String message) {
        assertThat(marked(message)).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"expected: <", "expected: <a> but was: <b>", "expected: \n but was: ", "> but was: <", "\n"})
    void isQuickForAnyMessage(String piece) {
        for (var times : new int[] {1_000, 1_000_000}) {
            var message = piece.repeat(times);

            var shown = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> marked(message));

            assertThat(shown.replaceAll("[{}]", "")).isEqualTo(message);
        }
    }

    @Test
    void losesNothingOfAnyMessage() {
        var pieces = new String[] {
            "expected: <",
            "> but was: <",
            ">",
            "a",
            "\uD83D",
            "\uDE00",
            "expected [",
            "] but found [",
            "]",
            "\n but was: "
        };
        var random = new java.util.Random(7);
        for (var round = 0; round < 5_000; round++) {
            var message = random.ints(random.nextInt(12), 0, pieces.length)
                    .mapToObj(each -> pieces[each])
                    .collect(Collectors.joining());

            assertThatCode(() -> assertThat(MessagePart.of(message).stream()
                                    .map(MessagePart::text)
                                    .collect(Collectors.joining()))
                            .isEqualTo(message))
                    .as(message)
                    .doesNotThrowAnyException();
        }
    }

    private static String marked(String message) {
        return MessagePart.of(message).stream()
                .map(part -> part.different() ? "{" + part.text() + "}" : part.text())
                .collect(Collectors.joining());
    }
}
