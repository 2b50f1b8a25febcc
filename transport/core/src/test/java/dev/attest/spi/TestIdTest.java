package dev.attest.spi;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TestIdTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "adds()|adds",
                "adds(int, java.lang.String)|adds",
                "returns 404 (not found) when there is none()|returns 404 (not found) when there is none",
                "adds {0} to (cart)(java.lang.String)|adds {0} to (cart)",
                "()()|()",
                "adds|adds",
                "''|''"
            })
    void namesTheMethodWholeAndWithoutItsTypes(String method, String name) {
        assertThat(new TestId("junit-jupiter", "shop.CartTest", method, "").methodName())
                .isEqualTo(name);
    }
}
