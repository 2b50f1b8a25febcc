package dev.attest.testng;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.testng.SkipException;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Ignore;

import static dev.attest.testng.Launch.ledgerOf;
import static dev.attest.testng.Launch.resultsOf;
import static org.assertj.core.api.Assertions.assertThat;

/** One result for each test, whatever becomes of it. */
class OutcomesTest {

    @Test
    void reportsATestOnceWithItsOutcome() {
        assertThat(ledgerOf(Plain.class)).isEqualTo("""
                started Plain › fails <Plain fails()>
                stopped Plain › fails
                finished Plain › fails: FAILED, two is not three (with trace)
                started Plain › failsWithoutAMessage <Plain failsWithoutAMessage()>
                stopped Plain › failsWithoutAMessage
                finished Plain › failsWithoutAMessage: FAILED, java.lang.IllegalStateException (with trace)
                started Plain › passes <Plain passes()>
                stopped Plain › passes
                finished Plain › passes: PASSED
                """);
    }

    public static class Plain {
        @org.testng.annotations.Test
        public void passes() {}

        @org.testng.annotations.Test
        public void fails() {
            throw new AssertionError("two is not three");
        }

        @org.testng.annotations.Test
        public void failsWithoutAMessage() {
            throw new IllegalStateException();
        }
    }

    @Test
    void reportsASkippedTestWithItsReason() {
        assertThat(resultsOf(Skips.class)).isEqualTo("""
                started Skips › skips <Skips skips()>
                finished Skips › skips: SKIPPED, not on a Tuesday
                """);
    }

    public static class Skips {
        @org.testng.annotations.Test
        public void skips() {
            throw new SkipException("not on a Tuesday");
        }
    }

    @Test
    void reportsATimeoutAsAFailure() {
        assertThat(resultsOf(Slow.class)).isEqualTo("""
                started Slow › sleeps <Slow sleeps()>
                finished Slow › sleeps: FAILED, Method Slow.sleeps() didn't finish within the time-out 20 (with trace)
                """);
    }

    public static class Slow {
        @org.testng.annotations.Test(timeOut = 20)
        public void sleeps() throws InterruptedException {
            Thread.sleep(10_000);
        }
    }

    @Test
    void passesWhatThrewAsExpected() {
        assertThat(resultsOf(Expected.class)).isEqualTo("""
                started Expected › asExpected <Expected asExpected()>
                finished Expected › asExpected: PASSED
                started Expected › notAsExpected <Expected notAsExpected()>
                finished Expected › notAsExpected: FAILED, Method Expected.notAsExpected()[pri:0, instance:Expected] should have thrown an exception of type class java.lang.IllegalStateException (with trace)
                """);
    }

    public static class Expected {
        @org.testng.annotations.Test(expectedExceptions = IllegalStateException.class)
        public void asExpected() {
            throw new IllegalStateException("planned");
        }

        @org.testng.annotations.Test(expectedExceptions = IllegalStateException.class)
        public void notAsExpected() {}
    }

    @Test
    void passesWhatFailedWithinItsSuccessPercentageAndSaysSo() {
        assertThat(resultsOf(Mostly.class)).isEqualTo("""
                started Mostly › works › [1] <Mostly works() #1>
                finished Mostly › works › [1]: PASSED
                started Mostly › works › [2] <Mostly works() #2>
                comment Mostly › works › [2]: Failed, but counts as passed: 50 % of the invocations have to pass. rain
                finished Mostly › works › [2]: PASSED
                """);
    }

    public static class Mostly {
        private int calls;

        @org.testng.annotations.Test(invocationCount = 2, successPercentage = 50)
        public void works() {
            calls++;
            if (calls == 2) {
                throw new IllegalStateException("rain");
            }
        }
    }

    @Test
    void reportsDisabledTestsOnceWithTheReason() {
        assertThat(resultsOf(Off.class)).isEqualTo("""
                concluded Off › dark <Off dark()>: SKIPPED, disabled: @Test(enabled = false)
                concluded Off › ignored <Off ignored()>: SKIPPED, bulb is broken
                concluded Off › unexplained <Off unexplained()>: SKIPPED, disabled: @Ignore
                started Off › on <Off on()>
                finished Off › on: PASSED
                """);
    }

    public static class Off {
        @org.testng.annotations.Test(enabled = false)
        public void dark() {}

        @Ignore("bulb is broken")
        @org.testng.annotations.Test
        public void ignored() {}

        @Ignore
        @org.testng.annotations.Test
        public void unexplained() {}

        @org.testng.annotations.Test
        public void on() {}
    }

    @Test
    void saysNothingOfDisabledTestsThatNobodyAskedFor() {
        Launch launch = Launch.of(Grouped.class)
                .with(suite -> suite.setExcludedGroups(List.of("slow")))
                .run();

        assertThat(launch.results()).isEqualTo("""
                started Grouped › fast [fast, shop] <Grouped fast()>
                finished Grouped › fast: PASSED
                """);
    }

    public static class Grouped {
        @org.testng.annotations.Test(groups = "slow", enabled = false)
        public void slowAndOff() {}

        @org.testng.annotations.Test(groups = "slow")
        public void slow() {}

        @org.testng.annotations.Test(groups = {"shop", "fast"})
        public void fast() {}
    }

    @Test
    void failsATestWhoseDataProviderFails() {
        assertThat(resultsOf(Rowless.class)).isEqualTo("""
                concluded Rowless › fed(int) <Rowless fed(int)>: FAILED, no rows today (with trace)
                concluded Rowless › lost(int) <Rowless lost(int)>: FAILED, Method public void Rowless.lost(int) requires a @DataProvider named : nowhere (with trace)
                concluded Rowless › skips(int) <Rowless skips(int)>: SKIPPED, shop is closed
                """);
    }

    public static class Rowless {
        @DataProvider
        public Object[][] rows() {
            throw new IllegalStateException("no rows today");
        }

        @org.testng.annotations.Test(dataProvider = "rows")
        public void fed(int row) {}

        @org.testng.annotations.Test(dataProvider = "nowhere")
        public void lost(int row) {}

        @DataProvider
        public Object[][] skipped() {
            throw new SkipException("shop is closed");
        }

        @org.testng.annotations.Test(dataProvider = "skipped")
        public void skips(int row) {}
    }

    @Test
    void namesWhatADependencyFailedOf() {
        assertThat(resultsOf(ChainFixture.class)).isEqualTo("""
                started ChainFixture › a <ChainFixture a()>
                finished ChainFixture › a: FAILED, broken link (with trace)
                started ChainFixture › b <ChainFixture b()>
                finished ChainFixture › b: NOT_STARTED, Not started: ChainFixture.a failed: broken link
                started ChainFixture › d(int) <ChainFixture d(int)>
                finished ChainFixture › d(int): NOT_STARTED, Not started: ChainFixture.a failed: broken link
                started ChainFixture › c <ChainFixture c()>
                finished ChainFixture › c: NOT_STARTED, Not started: it depends on ChainFixture.b, which did not pass
                """);
    }

    @Test
    void namesTheGroupThatDidNotPass() {
        assertThat(resultsOf(Groups.class)).isEqualTo("""
                started Groups › a [login] <Groups a()>
                finished Groups › a: FAILED, locked (with trace)
                started Groups › b [buy] <Groups b()>
                finished Groups › b: NOT_STARTED, Not started: Groups.a failed: locked
                started Groups › c <Groups c()>
                finished Groups › c: NOT_STARTED, Not started: it depends on group buy, which did not pass
                """);
    }

    public static class Groups {
        @org.testng.annotations.Test(groups = "login")
        public void a() {
            throw new IllegalStateException("locked");
        }

        @org.testng.annotations.Test(dependsOnGroups = "login", groups = "buy")
        public void b() {}

        @org.testng.annotations.Test(dependsOnGroups = "buy")
        public void c() {}
    }

    @Test
    void saysWhyInvocationsAfterAFailedOneAreLeftOut() {
        assertThat(resultsOf(GivesUp.class)).isEqualTo("""
                started GivesUp › fails › [1] <GivesUp fails() #1>
                finished GivesUp › fails › [1]: FAILED, once is enough (with trace)
                started GivesUp › fails › [2] <GivesUp fails() #2>
                finished GivesUp › fails › [2]: NOT_STARTED, Not started: an invocation before it failed, and skipFailedInvocations is set
                started GivesUp › fails › [3] <GivesUp fails() #3>
                finished GivesUp › fails › [3]: NOT_STARTED, Not started: an invocation before it failed, and skipFailedInvocations is set
                """);
    }

    public static class GivesUp {
        @org.testng.annotations.Test(invocationCount = 3, skipFailedInvocations = true)
        public void fails() {
            throw new IllegalStateException("once is enough");
        }
    }

    @Test
    void survivesExceptionsThatCannotBeRead() {
        assertThat(resultsOf(Hostile.class)).isEqualTo("""
                started Hostile › fails <Hostile fails()>
                finished Hostile › fails: FAILED, Hostile$1 (its message could not be read: java.lang.UnsupportedOperationException) (with trace)
                started Hostile › skips <Hostile skips()>
                finished Hostile › skips: SKIPPED, Hostile$2 (its message could not be read: java.lang.UnsupportedOperationException)
                """);
    }

    public static class Hostile {
        @org.testng.annotations.Test
        public void fails() {
            throw new IllegalStateException() {
                @Override
                public String getMessage() {
                    throw new UnsupportedOperationException("do not ask");
                }
            };
        }

        @org.testng.annotations.Test
        public void skips() {
            throw new SkipException("x") {
                @Override
                public String getMessage() {
                    throw new UnsupportedOperationException("do not ask");
                }
            };
        }
    }
}
