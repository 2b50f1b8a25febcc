package shop;

import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;

public class GateTest {

    @BeforeClass
    public void unlock() {
        throw new IllegalStateException("the gate is locked");
    }

    @Test
    public void lets() {}

    @Test
    public void in() {}
}
