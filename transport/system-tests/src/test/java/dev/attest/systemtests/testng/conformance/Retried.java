package dev.attest.systemtests.testng.conformance;

import dev.attest.testkit.Ledger;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.testng.IAnnotationTransformer;
import org.testng.IRetryAnalyzer;
import org.testng.ITestResult;
import org.testng.Reporter;
import org.testng.SkipException;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Factory;
import org.testng.annotations.ITestAnnotation;
import org.testng.annotations.Test;
import org.testng.internal.annotations.IgnoreListener;

import static dev.attest.systemtests.testng.conformance.Entries.attach;
import static dev.attest.systemtests.testng.conformance.Entries.fixture;
import static dev.attest.systemtests.testng.conformance.Entries.test;

/** Tests that TestNG tries again when they fail. */
public final class Retried {

    private Retried() {}

    public static class Twice implements IRetryAnalyzer {
        private int calls;

        @Override
        public boolean retry(ITestResult result) {
            calls++;
            return calls <= 2;
        }
    }

    /** Tries again for as long as a test fails, whether versions of TestNG make one for a method or for a row. */
    public static class Always implements IRetryAnalyzer {
        @Override
        public boolean retry(ITestResult result) {
            return true;
        }
    }

    /**
     * Has what no annotation says tried again. Beside it, old versions of TestNG need to be told of {@code @Ignore}.
     */
    public static final class ByTransformer implements IAnnotationTransformer {
        private final IAnnotationTransformer ignoring = new IgnoreListener();

        @SuppressWarnings("rawtypes")
        @Override
        public void transform(ITestAnnotation annotation, Class type, Constructor constructor, Method method) {
            ignoring.transform(annotation, type, constructor, method);
            if (method != null && method.getDeclaringClass() == Transformed.class) {
                annotation.setRetryAnalyzer(Twice.class);
            }
        }
    }

    static Ledger.Entry begun(Ledger.Entry test, int attempt) {
        Ledger.Entry entry = test.attempt(attempt);
        attach(entry, "attempt.txt", entry.title() + ", attempt " + attempt);
        return entry;
    }

    static void passesAt(int last, Ledger.Entry attempt) {
        if (attempt.attempt() < last) {
            throw attempt.failed("not yet: " + attempt.attempt());
        }
        attempt.passed();
    }

    public static class UntilItPasses {
        private int calls;

        @Test(retryAnalyzer = Twice.class)
        public void passesAtTheThird() {
            calls++;
            passesAt(3, begun(test(UntilItPasses.class, "passesAtTheThird"), calls));
        }
    }

    public static class InVain {
        private int calls;

        @Test(retryAnalyzer = Twice.class)
        public void neverPasses() {
            calls++;
            throw begun(test(InVain.class, "neverPasses"), calls).failed("no. " + calls);
        }
    }

    public static class WithoutNeed {
        @Test(retryAnalyzer = Twice.class)
        public void passesAtOnce() {
            begun(test(WithoutNeed.class, "passesAtOnce"), 1).passed();
        }
    }

    public static class Logging {
        private int calls;

        @Test(retryAnalyzer = Twice.class)
        public void passesAtTheThird() {
            calls++;
            Ledger.Entry entry = begun(test(Logging.class, "passesAtTheThird"), calls);
            Reporter.log("call " + calls);
            if (calls < 3) {
                entry.file(Evidence.CONSOLE, "call " + calls + "\n");
            }
            passesAt(3, entry);
        }
    }

    public static class SetUpAndTornDown {
        private int attempts;

        @BeforeMethod
        public void setUp() {
            attempts++;
            attach(entry(), "before.txt", "before attempt " + attempts);
        }

        @Test(retryAnalyzer = Twice.class)
        public void passesAtTheSecond() {
            passesAt(2, entry());
        }

        @AfterMethod
        public void tearDown() {
            attach(entry(), "after.txt", "after attempt " + attempts);
        }

        private Ledger.Entry entry() {
            return test(SetUpAndTornDown.class, "passesAtTheSecond").attempt(attempts);
        }
    }

    public static class OnARow {
        private int calls;

        @DataProvider
        public Object[][] fruits() {
            return new Object[][] {{1, "apple"}, {2, "melon"}, {3, "apple"}};
        }

        @Test(dataProvider = "fruits", retryAnalyzer = Twice.class)
        public void ripens(int row, String fruit) {
            Ledger.Entry entry =
                    test(OnARow.class, "ripens", "ripens(int, String) › [" + row + "] " + row + ", \"" + fruit + "\"");
            if (row == 2) {
                calls++;
                passesAt(3, begun(entry, calls));
            } else {
                begun(entry, 1).passed();
            }
        }
    }

    public static class OnParallelRows {
        private final AtomicInteger[] calls = {new AtomicInteger(), new AtomicInteger(), new AtomicInteger()};

        @DataProvider(parallel = true)
        public Object[][] rows() {
            return new Object[][] {{1}, {2}, {3}};
        }

        @Test(dataProvider = "rows", retryAnalyzer = Always.class)
        public void ripens(int row) {
            int call = calls[row - 1].incrementAndGet();
            passesAt(3, begun(test(OnParallelRows.class, "ripens", "ripens(int) › [" + row + "] " + row), call));
        }
    }

    public static class OnAnInvocation {
        private int calls;

        @Test(invocationCount = 2, retryAnalyzer = Twice.class)
        public void ripens() {
            calls++;
            if (calls < 3) {
                passesAt(2, begun(test(OnAnInvocation.class, "ripens", "ripens › [1]"), calls));
            } else {
                begun(test(OnAnInvocation.class, "ripens", "ripens › [2]"), 1).passed();
            }
        }
    }

    public static class Transformed {
        private int calls;

        @Test
        public void passesAtTheSecond() {
            calls++;
            passesAt(2, begun(test(Transformed.class, "passesAtTheSecond"), calls));
        }
    }

    public static class TooSlow {
        private final AtomicInteger calls = new AtomicInteger();

        @Test(timeOut = 500, retryAnalyzer = Twice.class)
        public void isFasterTheSecondTime() throws InterruptedException {
            int call = calls.incrementAndGet();
            Ledger.Entry entry = begun(test(TooSlow.class, "isFasterTheSecondTime"), call);
            if (call == 1) {
                entry.failed("Method " + TooSlow.class.getName()
                        + ".isFasterTheSecondTime() didn't finish within the time-out 500");
                Thread.sleep(60_000);
            }
            entry.passed();
        }
    }

    public static class ThatSkipsAtLast {
        private int calls;

        @Test(retryAnalyzer = Twice.class)
        public void givesUp() {
            calls++;
            Ledger.Entry entry = begun(test(ThatSkipsAtLast.class, "givesUp"), calls);
            if (calls == 1) {
                throw entry.failed("no. 1");
            }
            entry.assumed("enough of it");
            throw new SkipException("enough of it");
        }
    }

    /** TestNG tries again though the set-up of the attempt failed. */
    public static class SetUpInVain {
        private int setUps;
        private int calls;

        @BeforeMethod
        public void setUp() {
            setUps++;
            if (setUps == 2) {
                throw fixture(SetUpInVain.class, "@BeforeMethod", "setUp").broke("no water");
            }
        }

        @Test(retryAnalyzer = Twice.class)
        public void fails() {
            calls++;
            throw begun(test(SetUpInVain.class, "fails"), calls).failed("no. " + calls);
        }
    }

    public static class TornDownInVain {
        private int calls;

        @Test(retryAnalyzer = Always.class)
        public void passesAtTheSecond() {
            calls++;
            passesAt(2, begun(test(TornDownInVain.class, "passesAtTheSecond"), calls));
        }

        @AfterMethod
        public void tearDown() {
            if (calls == 1) {
                throw fixture(TornDownInVain.class, "@AfterMethod", "tearDown").broke("no drain");
            }
        }
    }

    public static class MadeByAFactory {
        private final int number;
        private int calls;

        MadeByAFactory(int number) {
            this.number = number;
        }

        @Factory
        public static Object[] make() {
            return new Object[] {new MadeByAFactory(1), new MadeByAFactory(2)};
        }

        @Test(retryAnalyzer = Twice.class)
        public void ripens() {
            calls++;
            passesAt(number + 1, begun(test(MadeByAFactory.class, "ripens", "[" + number + "] › ripens"), calls));
        }
    }

    public static class OnAnIterator {
        private int calls;

        @DataProvider
        public Iterator<Object[]> rows() {
            return List.of(new Object[] {1}, new Object[] {2}).iterator();
        }

        @Test(dataProvider = "rows", retryAnalyzer = Twice.class)
        public void ripens(int row) {
            calls++;
            Ledger.Entry entry = test(OnAnIterator.class, "ripens", "ripens(int) › [" + row + "] " + row);
            passesAt(row == 1 ? 2 : 1, begun(entry, row == 1 ? calls : 1));
        }
    }

    public static class ExpectingAnException {
        private int calls;

        @Test(expectedExceptions = IllegalStateException.class, retryAnalyzer = Twice.class)
        public void throwsAtTheSecond() {
            calls++;
            Ledger.Entry entry = begun(test(ExpectingAnException.class, "throwsAtTheSecond"), calls);
            if (calls == 2) {
                entry.passed();
                throw new IllegalStateException("as planned");
            }
            entry.failed(
                    "Method Retried$ExpectingAnException.throwsAtTheSecond()[pri:0, instance:here] should have thrown"
                            + " an exception of type class java.lang.IllegalStateException");
        }

        /** TestNG has this in its messages. */
        @Override
        public String toString() {
            return "here";
        }
    }

    /** No invocation knows its number, so that all are the same but for it: each fails first, and then passes. */
    public static class InAPool {
        private static final AtomicInteger INVOCATIONS = new AtomicInteger();

        /** What failed on a thread is tried again on it. */
        private static final ThreadLocal<Integer> FAILED = ThreadLocal.withInitial(() -> 0);

        @Test(invocationCount = 6, threadPoolSize = 3, retryAnalyzer = Always.class)
        public void passesAtTheSecond() {
            int failed = FAILED.get();
            int invocation = failed == 0 ? INVOCATIONS.incrementAndGet() : failed;
            int attempt = failed == 0 ? 1 : 2;
            FAILED.set(failed == 0 ? invocation : 0);
            Ledger.Entry entry = test(InAPool.class, "passesAtTheSecond", "passesAtTheSecond › [" + invocation + "]")
                    .attempt(attempt);
            attach(entry, "attempt.txt", "attempt " + attempt);
            passesAt(2, entry);
        }
    }
}
