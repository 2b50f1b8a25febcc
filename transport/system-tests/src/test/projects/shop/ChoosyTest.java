package shop;

import dev.attest.Output;
import dev.attest.When;
import org.testng.Assert;
import org.testng.SkipException;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

@Output(When.FAILED)
public class ChoosyTest {

    @BeforeMethod
    public void setUp() {
        System.out.println("set-up");
    }

    @Test
    @Output(When.ALWAYS)
    public void talks() {
        System.out.println("talks");
    }

    @Test
    public void passes() {
        System.out.println("passes");
    }

    @Test
    public void isSkipped() {
        System.out.println("is skipped");
        throw new SkipException("not today");
    }

    @Test
    @Output(When.NEVER)
    public void failsInSilence() {
        System.out.println("fails in silence");
        Assert.fail("on purpose");
    }

    @AfterMethod
    public void tearDown() {
        System.out.println("tear-down");
    }
}
