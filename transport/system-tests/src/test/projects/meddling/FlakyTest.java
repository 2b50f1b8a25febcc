package shop;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

/** Tests that pass, or end otherwise, when they are run again. */
class FlakyTest {

    private static final Map<String, Integer> CALLS = new HashMap<>();

    private static int call(String test) {
        return CALLS.merge(test, 1, Integer::sum);
    }

    @Test
    void passesAtTheSecondCall() {
        assertEquals(2, call("passesAtTheSecondCall"));
    }

    @Test
    void neverPasses() {
        fail("call " + call("neverPasses"));
    }

    @Test
    void assumesAtTheSecondCall() {
        Assumptions.assumeTrue(call("assumesAtTheSecondCall") == 1, "enough");
        fail("once");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void takesRows(int row) {
        assertEquals(row == 2 ? 2 : 1, call("row " + row));
    }

    @TestFactory
    DynamicTest makes() {
        return DynamicTest.dynamicTest("one", () -> assertEquals(2, call("dynamic")));
    }

    @Nested
    class Inner {

        @Test
        void passesWithinAtTheSecondCall() {
            assertEquals(2, call("inner"));
        }
    }
}
