package shop;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.fail;

/** What older versions of JUnit do not have. */
class NewShapesTest {

    @RepeatedTest(value = 5, failureThreshold = 2)
    void failsTooOften(RepetitionInfo repetition) {
        fail("repetition " + repetition.getCurrentRepetition());
    }

    @RepeatedTest(value = 4, failureThreshold = 2)
    void failsSeldom(RepetitionInfo repetition) {
        assertNotEquals(2, repetition.getCurrentRepetition());
    }
}
