package shop.guide;

import dev.attest.testng.AttestListener;
import org.testng.annotations.Listeners;
import org.testng.annotations.Test;

@Listeners(AttestListener.class)
public class CartTest {

    @Test(groups = "TestCase=123")
    public void adds() {}

    @Test(description = "[1, 2] removes what was added")
    public void removes() {}
}
