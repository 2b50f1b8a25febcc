package dev.attest.standin.pages;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TraceSegmentTest {

    private static final String TRACE = """
            java.lang.IllegalStateException: no
            \tat java.base/java.util.List.of(List.java:1)
            \tat com.example.other.Tool.run(Tool.java:2)
            \tat app//com.example.shop.Cart$Line.<init>(Cart.java:3)
            \tat com.example.shop.CartTest.lambda$pays$0(CartTest.java:4)
            Caused by: java.io.IOException: at home (really)
            \t... 3 more
            """;

    @Test
    void tellsTheFramesOfTheUserByTheClassOfTheTest() {
        assertThat(own("shop.CartTest")).isEmpty();
        assertThat(own("com.example.shop.CartTest")).containsExactly("Tool.java:2", "Cart.java:3", "CartTest.java:4");
    }

    @Test
    void tellsThemByTheLibrariesIfThereIsNoClass() {
        assertThat(own("features/cart.feature")).containsExactly("Tool.java:2", "Cart.java:3", "CartTest.java:4");
    }

    @Test
    void showsEachLineOnceAndInOrder() {
        var lines = TraceSegment.of(TRACE, "com.example.shop.CartTest").stream()
                .flatMap(segment -> segment.lines().stream())
                .toList();

        assertThat(String.join("\n", lines) + "\n").isEqualTo(TRACE);
    }

    private static List<String> own(String suite) {
        return TraceSegment.of(TRACE, suite).stream()
                .filter(TraceSegment::own)
                .flatMap(segment -> segment.lines().stream())
                .map(line -> line.substring(line.lastIndexOf('(') + 1, line.length() - 1))
                .toList();
    }
}
