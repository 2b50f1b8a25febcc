package dev.attest.testng;

import dev.attest.testkit.RecordingRecorder;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.testng.IRetryAnalyzer;
import org.testng.ITestResult;
import org.testng.Reporter;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;

import static dev.attest.testng.Launch.ledgerOf;
import static dev.attest.testng.Launch.resultsOf;
import static org.assertj.core.api.Assertions.assertThat;

/** What TestNG tries again is the same test, and nothing else is. */
class RetriesTest {

    public static class Twice implements IRetryAnalyzer {
        private int calls;

        @Override
        public boolean retry(ITestResult result) {
            calls++;
            return calls <= 2;
        }
    }

    /** One for all rows that run in parallel, in some versions. */
    public static class Always implements IRetryAnalyzer {
        @Override
        public boolean retry(ITestResult result) {
            return true;
        }
    }

    @Test
    void passesAnAttemptThatItsTearDownMakesASuccess() {
        assertThat(resultsOf(MadeASuccess.class)).isEqualTo("""
                started MadeASuccess › fails <MadeASuccess fails()>
                finished MadeASuccess › fails: PASSED
                """);
    }

    /** TestNG tries it again no more. */
    public static class MadeASuccess {
        @org.testng.annotations.Test(retryAnalyzer = Twice.class)
        public void fails() {
            throw new AssertionError("known bug");
        }

        @AfterMethod
        public void knowsTheBug(ITestResult test) {
            test.setStatus(ITestResult.SUCCESS);
            test.setThrowable(null);
        }
    }

    @Test
    void reportsEachAttemptWithItsOwnEvidence() {
        assertThat(ledgerOf(Flaky.class)).isEqualTo("""
                preparing
                said setUp in preparation
                started as prepared Flaky › flakes <Flaky flakes()>
                stopped Flaky › flakes
                said tearDown in Flaky › flakes
                output Flaky › flakes: attempt 1\\n
                retried Flaky › flakes: rain 1 (with trace)
                preparing
                said setUp in preparation
                started as prepared Flaky › flakes <Flaky flakes()>
                stopped Flaky › flakes
                said tearDown in Flaky › flakes
                output Flaky › flakes: attempt 2\\n
                retried Flaky › flakes: rain 2 (with trace)
                preparing
                said setUp in preparation
                started as prepared Flaky › flakes <Flaky flakes()>
                stopped Flaky › flakes
                said tearDown in Flaky › flakes
                output Flaky › flakes: attempt 3\\n
                finished Flaky › flakes: PASSED
                """);
    }

    public static class Flaky {
        private int calls;

        @BeforeMethod
        public void setUp() {
            RecordingRecorder.say("setUp");
        }

        @org.testng.annotations.Test(retryAnalyzer = Twice.class)
        public void flakes() {
            calls++;
            Reporter.log("attempt " + calls);
            if (calls < 3) {
                throw new IllegalStateException("rain " + calls);
            }
        }

        @AfterMethod
        public void tearDown() {
            RecordingRecorder.say("tearDown");
        }
    }

    @Test
    void failsWithTheLastAttempt() {
        assertThat(resultsOf(Hopeless.class)).isEqualTo("""
                started Hopeless › fails <Hopeless fails()>
                retried Hopeless › fails: rain (with trace)
                started Hopeless › fails <Hopeless fails()>
                retried Hopeless › fails: rain (with trace)
                started Hopeless › fails <Hopeless fails()>
                finished Hopeless › fails: FAILED, rain (with trace)
                """);
    }

    public static class Hopeless {
        @org.testng.annotations.Test(retryAnalyzer = Twice.class)
        public void fails() {
            throw new IllegalStateException("rain");
        }
    }

    @Test
    void triesEachRowAgainAsItself() {
        assertThat(resultsOf(FlakyRows.class)).isEqualTo("""
                started FlakyRows › flakes(String) › [1] "same" <FlakyRows flakes(java.lang.String) #1>
                retried FlakyRows › flakes(String) › [1] "same": rain (with trace)
                started FlakyRows › flakes(String) › [1] "same" <FlakyRows flakes(java.lang.String) #1>
                finished FlakyRows › flakes(String) › [1] "same": PASSED
                started FlakyRows › flakes(String) › [2] "same" <FlakyRows flakes(java.lang.String) #2>
                retried FlakyRows › flakes(String) › [2] "same": rain (with trace)
                started FlakyRows › flakes(String) › [2] "same" <FlakyRows flakes(java.lang.String) #2>
                finished FlakyRows › flakes(String) › [2] "same": PASSED
                started FlakyRows › flakes(String) › [3] "other" <FlakyRows flakes(java.lang.String) #3>
                retried FlakyRows › flakes(String) › [3] "other": rain (with trace)
                started FlakyRows › flakes(String) › [3] "other" <FlakyRows flakes(java.lang.String) #3>
                finished FlakyRows › flakes(String) › [3] "other": PASSED
                """);
    }

    public static class FlakyRows {
        private final AtomicInteger calls = new AtomicInteger();

        @DataProvider
        public Object[][] rows() {
            return new Object[][] {{"same"}, {"same"}, {"other"}};
        }

        @org.testng.annotations.Test(dataProvider = "rows", retryAnalyzer = Twice.class)
        public void flakes(String row) {
            if (calls.getAndIncrement() % 2 == 0) {
                throw new IllegalStateException("rain");
            }
        }
    }

    @Test
    void triesARowAgainWhoseValuesAreMadeAnew() {
        assertThat(resultsOf(FreshRows.class)).isEqualTo("""
                started FreshRows › flakes(Object[]) › [1] [] <FreshRows flakes([Ljava.lang.Object;) #1>
                finished FreshRows › flakes(Object[]) › [1] []: PASSED
                started FreshRows › flakes(Object[]) › [2] [null] <FreshRows flakes([Ljava.lang.Object;) #2>
                retried FreshRows › flakes(Object[]) › [2] [null]: rain (with trace)
                started FreshRows › flakes(Object[]) › [2] [null] <FreshRows flakes([Ljava.lang.Object;) #2>
                finished FreshRows › flakes(Object[]) › [2] [null]: PASSED
                """);
    }

    public static class FreshRows {
        private int calls;

        @DataProvider(cacheDataForTestRetries = false)
        public Object[][] rows() {
            return new Object[][] {{new Object[0]}, {new Object[1]}};
        }

        @org.testng.annotations.Test(dataProvider = "rows", retryAnalyzer = Twice.class)
        public void flakes(Object[] row) {
            calls++;
            if (calls == 2) {
                throw new IllegalStateException("rain");
            }
        }
    }

    @Test
    void triesAnInvocationAgainAsItself() {
        assertThat(resultsOf(FlakyInvocations.class)).isEqualTo("""
                started FlakyInvocations › flakes › [1] <FlakyInvocations flakes() #1>
                retried FlakyInvocations › flakes › [1]: rain (with trace)
                started FlakyInvocations › flakes › [1] <FlakyInvocations flakes() #1>
                finished FlakyInvocations › flakes › [1]: PASSED
                started FlakyInvocations › flakes › [2] <FlakyInvocations flakes() #2>
                finished FlakyInvocations › flakes › [2]: PASSED
                """);
    }

    public static class FlakyInvocations {
        private int calls;

        @org.testng.annotations.Test(invocationCount = 2, retryAnalyzer = Twice.class)
        public void flakes() {
            calls++;
            if (calls == 1) {
                throw new IllegalStateException("rain");
            }
        }
    }

    @Test
    void keepsParallelRowsThatAreTriedAgainApart() {
        assertThat(Launch.of(ParallelFlakyRows.class).run().sortedLedger()).isEqualTo("""
                finished ParallelFlakyRows › flakes(int) › [1] 0: PASSED
                finished ParallelFlakyRows › flakes(int) › [2] 1: PASSED
                finished ParallelFlakyRows › flakes(int) › [3] 2: PASSED
                retried ParallelFlakyRows › flakes(int) › [1] 0: rain on 0 (with trace)
                retried ParallelFlakyRows › flakes(int) › [2] 1: rain on 1 (with trace)
                retried ParallelFlakyRows › flakes(int) › [3] 2: rain on 2 (with trace)
                started ParallelFlakyRows › flakes(int) › [1] 0 <ParallelFlakyRows flakes(int) #1>
                started ParallelFlakyRows › flakes(int) › [1] 0 <ParallelFlakyRows flakes(int) #1>
                started ParallelFlakyRows › flakes(int) › [2] 1 <ParallelFlakyRows flakes(int) #2>
                started ParallelFlakyRows › flakes(int) › [2] 1 <ParallelFlakyRows flakes(int) #2>
                started ParallelFlakyRows › flakes(int) › [3] 2 <ParallelFlakyRows flakes(int) #3>
                started ParallelFlakyRows › flakes(int) › [3] 2 <ParallelFlakyRows flakes(int) #3>
                """);
    }

    public static class ParallelFlakyRows {
        private final AtomicInteger[] calls = {new AtomicInteger(), new AtomicInteger(), new AtomicInteger()};

        @DataProvider(parallel = true)
        public Object[][] rows() {
            return new Object[][] {{0}, {1}, {2}};
        }

        @org.testng.annotations.Test(dataProvider = "rows", retryAnalyzer = Always.class)
        public void flakes(int row) {
            if (calls[row].getAndIncrement() == 0) {
                throw new IllegalStateException("rain on " + row);
            }
        }
    }
}
