package shop

import org.junit.jupiter.api.*
import org.junit.jupiter.params.*
import org.junit.jupiter.params.provider.*

class GroovyTest {
    // ----
    @Test void "returns 404 (not found)"() {}
    // ----
    @Test void "returns 404 (gone)"() {}
    // ----
    @ParameterizedTest(name = "@shown@ {0}") @ValueSource(ints = [1, 2]) void "rows (all)"(int number) {}
    // ----
    @ParameterizedTest(name = "@shown@ {0}") @ValueSource(strings = ["a", "b"]) void "rows (all)"(String text) {}
    // ----
}
