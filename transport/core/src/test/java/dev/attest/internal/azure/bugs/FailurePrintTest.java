package dev.attest.internal.azure.bugs;

import dev.attest.internal.azure.Samples;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FailurePrintTest {

    private static final String TRACE = """
            java.lang.IllegalStateException: took 12 ms
            \tat java.base/java.util.Objects.requireNonNull(Objects.java:233)
            \tat app//shop.Cart.total(Cart.java:7)
            \tat app//shop.CartTest.lambda$adds$0(CartTest.java:31)
            \tat org.junit.jupiter.engine.Some.run(Some.java:1)
            Caused by: java.io.IOException: gone
            \t... 3 more
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "expected 2 but was 3 | expected 7 but was 12",
                "took 12 ms | took 1.5 ms",
                "at 2026-11-21T08:00:01Z | at 2025-01-02T18:30:59Z",
                "order 6f0a1e5c-0000-4000-8000-0123456789ab lost | order 11111111-2222-4333-8444-555555555555 lost",
                "Cart@1b2c3d4 | Cart@ffee0011",
                "address 0x7f3a | address 0x1",
                "commit 9c5f2ad40cd474 | commit d786d16c41cf79",
                "two  lines | two lines"
            })
    void isTheSameForWhatChangesFromRunToRun(String one, String other) {
        assertThat(print(one, TRACE)).isEqualTo(print(other, TRACE)).matches("[0-9a-f]{16}");
    }

    @Test
    void isTheSameWhenLinesMoveOrFramesOfFrameworksChange() {
        String moved = TRACE.replace("CartTest.java:31", "CartTest.java:99")
                .replace("lambda$adds$0", "lambda$adds$4")
                .replace("org.junit.jupiter.engine.Some", "org.testng.Other");

        assertThat(print("gone", moved)).isEqualTo(print("gone", TRACE));
    }

    @Test
    void differsByMessageExceptionCauseCodeAndTest() {
        String print = print("gone", TRACE);

        assertThat(print("refused", TRACE)).isNotEqualTo(print);
        assertThat(print("gone", TRACE.replace("IllegalStateException", "Error")))
                .isNotEqualTo(print);
        assertThat(print("gone", TRACE.replace("IOException", "EOFException"))).isNotEqualTo(print);
        assertThat(print("gone", TRACE.replace("Cart.total", "Cart.sum"))).isNotEqualTo(print);
        assertThat(FailurePrint.of(Samples.result(1, "removes", Outcome.FAILED, new Failure("gone", TRACE))))
                .isNotEqualTo(print);
    }

    private static String print(String message, String trace) {
        return FailurePrint.of(Samples.result(1, "adds", Outcome.FAILED, new Failure(message, trace)));
    }
}
