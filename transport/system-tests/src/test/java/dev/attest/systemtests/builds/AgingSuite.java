package dev.attest.systemtests.builds;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests that break, are mended, turn flaky and get slow while builds go by. The environment has the number of the
 * build.
 */
@DisplayName("Aging")
@Disabled("run by child JVMs")
public final class AgingSuite {

    /** The variable with the number of the build. */
    static final String BUILD = "BUILD_BUILDID";

    private static final int BUILD_NUMBER = Integer.parseInt(System.getenv().getOrDefault(BUILD, "0"));

    private static boolean tried;

    @Test
    void alwaysPasses() {}

    @Test
    void brokeInTheLast() {
        failsIn(21);
    }

    @Test
    void brokeLongAgo() {
        assertTrue(BUILD_NUMBER < 15, "broken");
    }

    @Test
    void wasMended() {
        failsIn(5, 6, 7, 8);
    }

    @Test
    void wasMendedAndBrokeAgain() {
        failsIn(5, 6, 7, 8, 21);
    }

    @Test
    void isFlaky() {
        failsIn(4, 9, 13, 17, 21);
    }

    @Test
    void isFlakyAndFailsTwice() {
        failsIn(4, 9, 13, 20, 21);
    }

    /** It is run again after a failure. */
    @Test
    void passesOnlyAfterARetry() {
        boolean first = !tried;
        tried = true;
        assertTrue(!first || BUILD_NUMBER % 7 != 0, "at first");
    }

    @Test
    void gotSlow() {
        LockSupport.parkNanos(1_000_000L * (BUILD_NUMBER == 21 ? 1_600 : 20));
    }

    @TestFactory
    List<DynamicTest> addedInTheLast() {
        List<DynamicTest> tests = new ArrayList<>();
        if (BUILD_NUMBER == 21) {
            tests.add(DynamicTest.dynamicTest("added", () -> failsIn(21)));
        }
        return tests;
    }

    private static void failsIn(int... builds) {
        for (int build : builds) {
            assertTrue(build != BUILD_NUMBER, "broken");
        }
    }
}
