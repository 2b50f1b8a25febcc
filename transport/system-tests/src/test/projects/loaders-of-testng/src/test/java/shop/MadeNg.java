package shop;

import dev.attest.Attest;
import dev.attest.Output;
import dev.attest.QaCompleteTest;
import dev.attest.Screenshot;
import dev.attest.TestCase;
import dev.attest.When;
import dev.attest.WorkItem;
import dev.attest.testng.AttestListener;
import org.testng.Assert;
import org.testng.annotations.Listeners;
import org.testng.annotations.Test;

@Listeners(AttestListener.class)
@WorkItem(4711)
public class MadeNg {

    @Test
    public void fails() {
        new Evidence().run();
        Assert.fail("on purpose");
    }

    @Test
    @Screenshot(When.NEVER)
    @TestCase(127)
    @QaCompleteTest(20)
    public void failsWithoutAPicture() {
        PaintedDriver driver = Attest.watch(new PaintedDriver());
        Assert.assertEquals(driver.getTitle(), "A dot");
        Assert.fail("on purpose");
    }

    @Test
    @Output(When.ALWAYS)
    @TestCase(999)
    @TestCase(126)
    public void talks() {
        System.out.println("printed");
    }
}
