package shop;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

@ParameterizedClass
@ValueSource(ints = {1, 2})
class RowsOfClassTest {

    @Parameter
    int row;

    @Test
    void passesForOne() {
        assertEquals(1, row);
    }

    @Nested
    class Inner {

        @Test
        void passesForTwo() {
            assertEquals(2, row);
        }
    }
}
