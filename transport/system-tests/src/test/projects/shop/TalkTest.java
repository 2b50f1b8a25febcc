package shop;

import org.testng.Reporter;
import org.testng.annotations.AfterClass;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

public class TalkTest {

    public TalkTest() {
        System.out.println("constructor");
    }

    @BeforeClass
    public void open() {
        System.out.println("before class");
    }

    @BeforeMethod
    public void setUp() {
        System.out.println("set-up");
    }

    @Test
    public void first() throws InterruptedException {
        System.out.println("first: own thread");
        Thread made = new Thread(() -> System.out.println("first: thread"));
        made.start();
        made.join();
        System.err.println("first: error");
        Reporter.log("first: log");
    }

    @Test(timeOut = 20_000)
    public void second() {
        System.out.println("second: in time");
    }

    @AfterMethod
    public void tearDown() {
        System.out.println("tear-down");
    }

    @AfterClass
    public void close() {
        System.out.println("after class");
    }
}
