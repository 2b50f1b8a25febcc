package shop;

import dev.attest.Attest;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

public class NestingNgTest {

    @BeforeClass
    public void prepare() {
        Inner.startAllOnThreads();
    }

    @BeforeMethod
    public void setUp() {
        Inner.startAll();
    }

    @Test
    public void starts() {
        Inner.startAll();
        Attest.comment("outside");
    }

    @Test
    public void startsOnThreads() {
        Inner.startAllOnThreads();
    }

    @Test
    public void startsAndFails() {
        Inner.startAll();
        throw new IllegalStateException("outside");
    }

    @AfterMethod
    public void tearDown() {
        Inner.startAll();
    }
}
