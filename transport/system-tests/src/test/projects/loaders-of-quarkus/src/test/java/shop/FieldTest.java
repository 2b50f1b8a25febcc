package shop;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.fail;

/** Its browser is found in its field. */
@QuarkusTest
class FieldTest {

    private final PaintedDriver driver = new PaintedDriver();

    @Test
    void fails() {
        fail("on purpose, with the browser at " + driver.getCurrentUrl());
    }
}
