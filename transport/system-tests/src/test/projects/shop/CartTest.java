package shop;

import dev.attest.AttachmentType;
import dev.attest.Attest;
import java.util.concurrent.atomic.AtomicInteger;
import org.testng.Assert;
import org.testng.IRetryAnalyzer;
import org.testng.ITestResult;
import org.testng.Reporter;
import org.testng.SkipException;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class CartTest {

    private static final AtomicInteger CALLS = new AtomicInteger();
    private static final AtomicInteger MELONS = new AtomicInteger();

    @BeforeMethod
    public void open() {
        Attest.attach("before.txt", "open", AttachmentType.GENERAL_ATTACHMENT);
    }

    @AfterMethod
    public void close() {
        Attest.attach("after.txt", "close", AttachmentType.GENERAL_ATTACHMENT);
    }

    @Test(groups = "fast")
    public void passes() {}

    @Test
    public void fails() {
        Reporter.log("about to fail");
        Attest.comment("on purpose");
        Assert.fail("two is not three");
    }

    @Test(dependsOnMethods = "fails")
    public void dependsOnFails() {}

    @Test
    public void skips() {
        throw new SkipException("not on a Tuesday");
    }

    @Test(enabled = false)
    public void disabled() {}

    @Test(invocationCount = 2)
    public void runsTwice() {}

    @Test(expectedExceptions = IllegalStateException.class)
    public void throwsAsExpected() {
        throw new IllegalStateException("expected");
    }

    @Test(timeOut = 100)
    public void takesTooLong() throws InterruptedException {
        Thread.sleep(10_000);
    }

    @DataProvider
    public Object[][] fruits() {
        return new Object[][] {{"apple", 1}, {"melon", 2}, {null, 3}};
    }

    @Test(dataProvider = "fruits")
    public void weighs(String fruit, int number) {
        Attest.attach("fruit.txt", String.valueOf(fruit), AttachmentType.GENERAL_ATTACHMENT);
        Assert.assertNotNull(fruit, "no fruit");
    }

    @DataProvider
    public Object[][] broken() {
        throw new IllegalStateException("no table today");
    }

    @Test(dataProvider = "broken")
    public void hasNoRows(String fruit) {}

    @Test(retryAnalyzer = Twice.class)
    public void passesAtTheThirdCall() {
        int call = CALLS.incrementAndGet();
        Attest.attach("call.txt", "call " + call, AttachmentType.GENERAL_ATTACHMENT);
        Assert.assertEquals(call, 3, "busy");
    }

    @Test(retryAnalyzer = Twice.class)
    public void neverPasses() {
        Assert.fail("never");
    }

    @Test(dataProvider = "fruits", retryAnalyzer = Twice.class)
    public void ripensOnce(String fruit, int number) {
        if ("melon".equals(fruit)) {
            Assert.assertEquals(MELONS.incrementAndGet(), 2, "unripe");
        }
    }

    public static class Twice implements IRetryAnalyzer {
        private int retries;

        @Override
        public boolean retry(ITestResult result) {
            return retries++ < 2;
        }
    }
}
