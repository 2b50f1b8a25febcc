package dev.attest.benchmarks.cold;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** As many invocations of one method as the system property {@code benchmark.tests} says; they do nothing. */
final class InvocationSuite {

    static IntStream numbers() {
        return IntStream.range(0, Integer.getInteger("benchmark.tests", 2013));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void passes(int number) {
        assertTrue(number >= 0);
    }
}
