package shop;

import org.testng.Assert;
import org.testng.SkipException;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Listeners;
import org.testng.annotations.Test;

/** Tests of which a listener attaches files. */
@Listeners(Attaching.class)
public class FilesTest {

    private int calls;

    @Test
    public void fails() {
        Assert.fail("on purpose");
    }

    @Test
    public void passes() {}

    @Test
    public void skips() {
        throw new SkipException("on purpose");
    }

    @Test(dependsOnMethods = "fails")
    public void depends() {}

    @Test(timeOut = 20)
    public void takesTooLong() throws InterruptedException {
        Thread.sleep(60_000);
    }

    @Test(retryAnalyzer = Again.class)
    public void passesInTheSecondAttempt() {
        calls++;
        Assert.assertEquals(calls, 2);
    }

    @Test(invocationCount = 2, successPercentage = 50)
    public void failsWithinThePercentage() {
        Assert.fail("on purpose");
    }

    @DataProvider
    public Object[][] rows() {
        return new Object[][] {{"a"}, {"b"}};
    }

    @Test(dataProvider = "rows")
    public void takes(String row) {}
}
