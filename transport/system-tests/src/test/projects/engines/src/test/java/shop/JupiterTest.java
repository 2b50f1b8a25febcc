package shop;

import java.util.stream.Stream;
import org.junit.jupiter.api.*;
import org.junit.jupiter.params.*;
import org.junit.jupiter.params.provider.*;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

class JupiterTest {
    // ----
    @DisplayName("plain, @shown@")
    @Test
    void plain() {}
    // ----
    @ParameterizedTest(name = "@shown@ {0}")
    @ValueSource(ints = {1, 2})
    void rows(int number) {}
    // ----
    @ParameterizedTest(name = "@shown@")
    @ValueSource(strings = {"a/b", "[1] (c)"})
    void rows(String text) {}
    // ----
    @RepeatedTest(value = 2, name = "@shown@")
    void repeated() {}
    // ----
    @TestFactory
    Stream<DynamicNode> dynamic() {
        return Stream.of(
                dynamicTest("@shown@", () -> {}),
                dynamicTest("@shown@", () -> {}),
                dynamicContainer("box @shown@", Stream.of(dynamicTest("one", () -> {}), dynamicTest("one", () -> {}))));
    }
    // ----
    @TestFactory
    Stream<DynamicNode> dynamic(TestInfo info) {
        return Stream.of(dynamicTest("@shown@", () -> {}));
    }
    // ----
    @Nested
    @DisplayName("inner @shown@")
    class Inner {
        @Test
        void plain() {}

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void rows(int number) {}
    }
    // ----
    @Nested
    @ParameterizedClass(name = "@shown@ {0}")
    @ValueSource(strings = {"x", "y"})
    class RowsOfAClass {
        @Parameter
        String text;

        @Test
        void plain() {}

        @RepeatedTest(2)
        void repeated() {}
    }
    // ----
}
