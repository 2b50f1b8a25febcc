package dev.attest.systemtests.services;

import dev.attest.TestCase;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

/** Suites of tests that name test cases, and that fail as bugs are filed for, which child JVMs run. */
final class PlannedSuites {

    private PlannedSuites() {}

    /** Test cases with one point, with several, with none, and one that is not there. */
    @DisplayName("Planned")
    @Disabled("run by a child JVM")
    static final class Planned {

        @Test
        @TestCase(124)
        void fails() {
            fail("no check-out");
        }

        @Test
        @TestCase(126)
        void passes() {}

        @ParameterizedTest
        @TestCase(127)
        @ValueSource(ints = {1, 2, 3})
        void failsForTheSecond(int number) {
            assertEquals(1, number % 2, "odd");
        }

        @Test
        @TestCase(123)
        void isAmbiguous() {}

        @Test
        @TestCase(125)
        void isInNoPlan() {}

        @Test
        @TestCase(999)
        void isUnknown() {}

        @Test
        void isPlain() {}
    }
}
