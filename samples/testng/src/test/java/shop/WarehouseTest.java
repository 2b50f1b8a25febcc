package shop;

import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;

/** Its set-up fails on purpose: the tests below never start. */
public class WarehouseTest {

    @BeforeClass
    public void openTheGate() {
        throw new IllegalStateException("the gate is locked");
    }

    @Test
    public void storesPallets() {}

    @Test
    public void findsPallets() {}
}
