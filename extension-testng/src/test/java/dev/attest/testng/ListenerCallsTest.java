package dev.attest.testng;

import dev.attest.testkit.RecordingRecorder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testng.IConfigurationListener;
import org.testng.IHookCallBack;
import org.testng.IHookable;
import org.testng.IInvokedMethod;
import org.testng.IInvokedMethodListener;
import org.testng.ITestListener;
import org.testng.ITestResult;
import org.testng.SkipException;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a listener of a user says in a callback belongs to the test of the callback, whatever the order of listeners.
 */
class ListenerCallsTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void belongToTheTestOfTheCallback(boolean first) {
        assertThat(said(first, Plain.class))
                .containsExactlyInAnyOrder(
                        "onTestStart in Plain › fails",
                        "beforeInvocation in Plain › fails",
                        "hook in Plain › fails",
                        "afterInvocation in Plain › fails",
                        "onTestFailure in Plain › fails",
                        "onTestStart in Plain › passes",
                        "beforeInvocation in Plain › passes",
                        "hook in Plain › passes",
                        "afterInvocation in Plain › passes",
                        "onTestSuccess in Plain › passes",
                        "onTestStart in Plain › skips",
                        "beforeInvocation in Plain › skips",
                        "hook in Plain › skips",
                        "afterInvocation in Plain › skips",
                        "onTestSkipped in Plain › skips",
                        "onTestStart in Plain › works › [1]",
                        "beforeInvocation in Plain › works › [1]",
                        "hook in Plain › works › [1]",
                        "afterInvocation in Plain › works › [1]",
                        "onTestFailedButWithinSuccessPercentage in Plain › works › [1]",
                        "onTestStart in Plain › works › [2]",
                        "beforeInvocation in Plain › works › [2]",
                        "hook in Plain › works › [2]",
                        "afterInvocation in Plain › works › [2]",
                        "onTestSuccess in Plain › works › [2]");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void belongToTheTestThatIsTornDown(boolean first) {
        assertThat(said(first, TornDown.class))
                .containsExactlyInAnyOrder(
                        "onTestStart in TornDown › one",
                        "beforeInvocation in TornDown › one",
                        "afterInvocation in TornDown › one",
                        "onTestSuccess in TornDown › one",
                        "beforeConfiguration in TornDown › one",
                        "onConfigurationSuccess in TornDown › one",
                        "onTestStart in TornDown › two",
                        "beforeInvocation in TornDown › two",
                        "afterInvocation in TornDown › two",
                        "onTestSuccess in TornDown › two",
                        "beforeConfiguration in TornDown › two",
                        "onConfigurationSuccess in TornDown › two");
    }

    /** A preparation becomes what Attest hears of next: the failed fixture, or the test that starts. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void belongToTheFixtureThatFails(boolean first) {
        assertThat(said(first, SetUpFails.class))
                .contains(
                        first
                                ? "onConfigurationFailure in SetUpFails › @BeforeMethod setUp"
                                : "onConfigurationFailure in preparation",
                        first ? "onTestStart in preparation" : "onTestStart in SetUpFails › never",
                        "onTestSkipped in SetUpFails › never");
    }

    /** The class before has ended, so that no test is on the thread. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void belongToATestThatIsSkippedFirstInItsClass(boolean first) {
        assertThat(said(first, Failing.class, Depending.class))
                .contains(
                        first ? "onTestStart in preparation" : "onTestStart in Depending › never",
                        "onTestSkipped in Depending › never")
                .noneMatch(line -> line.endsWith(" in none"));
    }

    private static List<String> said(boolean first, Class<?>... fixtures) {
        Launch launch = Launch.of(fixtures).listeningBeside(first, new Speaker());
        return Stream.of(launch.run().results().split("\n"))
                .filter(line -> line.startsWith("said "))
                .map(line -> line.substring("said ".length()))
                .toList();
    }

    public static class Plain implements IHookable {
        private int calls;

        @Test
        public void fails() {
            throw new AssertionError("two is not three");
        }

        @Test
        public void passes() {}

        @Test
        public void skips() {
            throw new SkipException("not on a Tuesday");
        }

        @Test(invocationCount = 2, successPercentage = 50)
        public void works() {
            calls++;
            if (calls == 1) {
                throw new IllegalStateException("rain");
            }
        }

        @Override
        public void run(IHookCallBack callBack, ITestResult test) {
            RecordingRecorder.say("hook");
            callBack.runTestMethod(test);
        }
    }

    public static class TornDown {
        @Test
        public void one() {}

        @Test
        public void two() {}

        @AfterMethod
        public void tearDown() {}
    }

    public static class SetUpFails {
        @BeforeMethod
        public void setUp() {
            throw new IllegalStateException("no water");
        }

        @Test
        public void never() {}
    }

    public static class Failing {
        @Test(groups = "failing")
        public void fails() {
            throw new IllegalStateException("no water");
        }
    }

    public static class Depending {
        @Test(dependsOnGroups = "failing")
        public void never() {}
    }

    private static final class Speaker implements ITestListener, IInvokedMethodListener, IConfigurationListener {

        @Override
        public void onTestStart(ITestResult test) {
            RecordingRecorder.say("onTestStart");
        }

        @Override
        public void onTestSuccess(ITestResult test) {
            RecordingRecorder.say("onTestSuccess");
        }

        @Override
        public void onTestFailure(ITestResult test) {
            RecordingRecorder.say("onTestFailure");
        }

        @Override
        public void onTestSkipped(ITestResult test) {
            RecordingRecorder.say("onTestSkipped");
        }

        @Override
        public void onTestFailedButWithinSuccessPercentage(ITestResult test) {
            RecordingRecorder.say("onTestFailedButWithinSuccessPercentage");
        }

        @Override
        public void beforeInvocation(IInvokedMethod method, ITestResult test) {
            if (method.isTestMethod()) {
                RecordingRecorder.say("beforeInvocation");
            }
        }

        @Override
        public void afterInvocation(IInvokedMethod method, ITestResult test) {
            if (method.isTestMethod()) {
                RecordingRecorder.say("afterInvocation");
            }
        }

        @Override
        public void beforeConfiguration(ITestResult fixture) {
            if (fixture.getMethod().isAfterMethodConfiguration()) {
                RecordingRecorder.say("beforeConfiguration");
            }
        }

        @Override
        public void onConfigurationSuccess(ITestResult fixture) {
            RecordingRecorder.say("onConfigurationSuccess");
        }

        @Override
        public void onConfigurationFailure(ITestResult fixture) {
            RecordingRecorder.say("onConfigurationFailure");
        }
    }
}
