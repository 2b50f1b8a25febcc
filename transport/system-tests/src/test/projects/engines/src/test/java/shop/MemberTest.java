package shop;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberTest {
    // ----
    @Test
    void one() {}
    // ----
    @ParameterizedTest(name = "@shown@")
    @ValueSource(ints = {1, 2})
    void rows(int number) {}
    // ----
}
