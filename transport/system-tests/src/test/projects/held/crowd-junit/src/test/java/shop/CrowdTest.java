package shop;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Execution(ExecutionMode.CONCURRENT)
class CrowdTest {

    static IntStream numbers() {
        return IntStream.rangeClosed(1, Crowd.TESTS);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void oneOfFourFails(int number) {
        Crowd.test(number);
    }

    @AfterAll
    static void quit() {
        Crowd.quit();
    }
}
