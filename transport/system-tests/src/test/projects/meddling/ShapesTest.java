package shop;

import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** Tests that end in a way of their own. */
class ShapesTest extends ShapesAncestor implements ShapesMixin {

    @AfterEach
    void tearDown(TestInfo test) {
        String name = test.getTestMethod().orElseThrow().getName();
        Assumptions.assumeFalse(name.startsWith("assumesAtLast"), "aborted in the tear-down");
        if (name.startsWith("failsAtLast")) {
            fail("failed in the tear-down");
        }
    }

    @Test
    void assumesAtLastAndPasses() {}

    @Test
    void assumesAtLastAndFails() {
        fail("by itself");
    }

    @Test
    void assumesAtLastAndAborts() {
        Assumptions.assumeTrue(false, "by itself");
    }

    @Test
    void failsAtLastAndPasses() {}

    @Test
    void failsAtLastAndAborts() {
        Assumptions.assumeTrue(false, "by itself");
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.MILLISECONDS)
    void takesTooLong() throws InterruptedException {
        Thread.sleep(60_000);
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.MILLISECONDS)
    void takesTooLongAndFails() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            fail("interrupted");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void takesRows(int row) {
        Assumptions.assumeTrue(row < 3, "three");
        if (row == 2) {
            fail("two");
        }
    }

    @TestFactory
    Stream<DynamicNode> makes() {
        return Stream.of(
                dynamicTest("passes", () -> {}),
                dynamicTest("fails", () -> fail("dynamic")),
                dynamicTest("aborts", () -> Assumptions.assumeTrue(false, "dynamic")),
                dynamicContainer("box", Stream.of(dynamicTest("passes", () -> {}), dynamicTest("fails", () -> fail("boxed")))));
    }

    @TestFactory
    Stream<DynamicNode> failsAtLastAfterItMade() {
        return Stream.of(dynamicTest("passes", () -> {}));
    }

    @TestFactory
    Stream<DynamicNode> assumesAtLastAfterItMade() {
        return Stream.of(dynamicTest("passes", () -> {}));
    }

    @Override
    @Test
    void isOffAboveAndOnHere() {}

    @Nested
    class Inner extends ShapesAncestor {

        @Override
        @Disabled("off here")
        @Test
        void isOn() {}
    }
}
