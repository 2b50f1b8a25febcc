package dev.attest.systemtests.testng;

import dev.attest.AttachmentType;
import dev.attest.Attest;
import dev.attest.testkit.Ledger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.testng.IRetryAnalyzer;
import org.testng.ITestResult;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Factory;
import org.testng.annotations.Test;

/** Five hundred tests for as many threads as there are. Every fifth fails twice; each attempt attaches what it is. */
public final class FlakyShop {

    static final int TESTS_OF_A_CLASS = 100;

    private FlakyShop() {}

    public static class Always implements IRetryAnalyzer {
        @Override
        public boolean retry(ITestResult result) {
            return true;
        }
    }

    /** How often each test of a class has begun. */
    private static final class Attempts {
        private final AtomicIntegerArray begun = new AtomicIntegerArray(TESTS_OF_A_CLASS + 1);

        Ledger.Entry begin(Ledger.Entry test, int number) {
            return test.attempt(begun.incrementAndGet(number));
        }

        Ledger.Entry current(Ledger.Entry test, int number) {
            return test.attempt(begun.get(number));
        }
    }

    private static void attach(String fileName, Ledger.Entry attempt) {
        String content = attempt.title() + ", attempt " + attempt.attempt();
        attempt.file(fileName, content);
        Attest.attach(fileName, content, AttachmentType.GENERAL_ATTACHMENT);
    }

    private static void end(Ledger.Entry attempt, int number) {
        if (number % 5 == 0 && attempt.attempt() < 3) {
            throw attempt.failed(attempt.title() + " failed, attempt " + attempt.attempt());
        }
        attempt.passed();
    }

    /** A class with as many instances as it has tests. */
    public abstract static class Made {
        final int number;

        Made(int number) {
            this.number = number;
        }

        final Ledger.Entry test() {
            return Ledger.of(
                    getClass(), "sells", getClass().getSimpleName() + " › [" + number + "] no. " + number + " › sells");
        }

        @Override
        public String toString() {
            return "no. " + number;
        }
    }

    private static IntStream numbers() {
        return IntStream.rangeClosed(1, TESTS_OF_A_CLASS);
    }

    public static class Apples extends Made {
        private static final Attempts ATTEMPTS = new Attempts();

        Apples(int number) {
            super(number);
        }

        @Factory
        public static Object[] make() {
            return numbers().mapToObj(Apples::new).toArray();
        }

        @Test(retryAnalyzer = Always.class)
        public void sells() {
            Ledger.Entry attempt = ATTEMPTS.begin(test(), number);
            attach("attempt.txt", attempt);
            end(attempt, number);
        }
    }

    public static class FromAThreadOfItsOwn extends Made {
        private static final Attempts ATTEMPTS = new Attempts();

        FromAThreadOfItsOwn(int number) {
            super(number);
        }

        @Factory
        public static Object[] make() {
            return numbers().mapToObj(FromAThreadOfItsOwn::new).toArray();
        }

        @Test(retryAnalyzer = Always.class)
        public void sells() throws InterruptedException {
            Ledger.Entry attempt = ATTEMPTS.begin(test(), number);
            Thread child = new Thread(() -> attach("child.txt", attempt));
            child.start();
            child.join();
            end(attempt, number);
        }
    }

    public static class SetUpAndTornDown extends Made {
        private static final Attempts ATTEMPTS = new Attempts();

        SetUpAndTornDown(int number) {
            super(number);
        }

        @Factory
        public static Object[] make() {
            return numbers().mapToObj(SetUpAndTornDown::new).toArray();
        }

        @BeforeMethod
        public void setUp() {
            attach("before.txt", ATTEMPTS.begin(test(), number));
        }

        @Test(retryAnalyzer = Always.class)
        public void sells() {
            end(ATTEMPTS.current(test(), number), number);
        }

        @AfterMethod
        public void tearDown() {
            attach("after.txt", ATTEMPTS.current(test(), number));
        }
    }

    private static Object[][] rows() {
        return numbers().mapToObj(number -> new Object[] {number}).toArray(Object[][]::new);
    }

    private static void sells(Class<?> type, Attempts attempts, int number) {
        String title = type.getSimpleName() + " › sells(int) › [" + number + "] " + number;
        Ledger.Entry attempt = attempts.begin(Ledger.of(type, "sells", title), number);
        attach("attempt.txt", attempt);
        end(attempt, number);
    }

    public static class Rows {
        private static final Attempts ATTEMPTS = new Attempts();

        @DataProvider
        public Object[][] each() {
            return rows();
        }

        @Test(dataProvider = "each", retryAnalyzer = Always.class)
        public void sells(int number) {
            FlakyShop.sells(Rows.class, ATTEMPTS, number);
        }
    }

    public static class ParallelRows {
        private static final Attempts ATTEMPTS = new Attempts();

        @DataProvider(parallel = true)
        public Object[][] each() {
            return rows();
        }

        @Test(dataProvider = "each", retryAnalyzer = Always.class)
        public void sells(int number) {
            FlakyShop.sells(ParallelRows.class, ATTEMPTS, number);
        }
    }
}
