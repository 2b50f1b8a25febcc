package dev.attest.testng;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testng.IConfigurationListener;
import org.testng.IInvokedMethod;
import org.testng.IInvokedMethodListener;
import org.testng.IReporter;
import org.testng.ISuite;
import org.testng.ITestContext;
import org.testng.ITestListener;
import org.testng.ITestResult;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.testng.xml.XmlSuite;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever changes the status of a test, or throws, and wherever: what TestNG reports in the end is published. */
class FinalStatusTest {

    /** Where code of a user runs with the result of a test in its hands. */
    enum Place {
        ON_TEST_START,
        BEFORE_INVOCATION,
        AFTER_INVOCATION,
        ON_TEST_SUCCESS,
        ON_TEST_FAILURE,
        BEFORE_THE_TEAR_DOWN,
        IN_THE_TEAR_DOWN,
        AFTER_THE_TEAR_DOWN
    }

    /** TestNG passes an exception from there on, and reports nothing. */
    private static final Place ENDS_TESTNG = Place.ON_TEST_FAILURE;

    enum Change implements Consumer<ITestResult> {
        PASSES {
            @Override
            public void accept(ITestResult result) {
                result.setStatus(ITestResult.SUCCESS);
                result.setThrowable(null);
            }
        },
        FAILS {
            @Override
            public void accept(ITestResult result) {
                result.setStatus(ITestResult.FAILURE);
                result.setThrowable(new AssertionError("failed by a listener"));
            }
        },
        SKIPS {
            @Override
            public void accept(ITestResult result) {
                result.setStatus(ITestResult.SKIP);
            }
        },
        THROWS {
            @Override
            public void accept(ITestResult result) {
                throw new AssertionError("thrown by a listener");
            }
        }
    }

    static Stream<Arguments> changes() {
        return Stream.of(Place.values())
                .flatMap(place -> Stream.of(Change.values())
                        .flatMap(change -> Stream.of(true, false)
                                .flatMap(first -> Stream.of(WithTearDown.class, WithoutTearDown.class)
                                        .map(type -> Arguments.of(place, change, first, type)))))
                .filter(each -> each.get()[1] != Change.THROWS || each.get()[0] != ENDS_TESTNG);
    }

    @ParameterizedTest(name = "{1} at {0}, before Attest {2}, {3}")
    @MethodSource("changes")
    void isWhatTestNgReportsInTheEnd(Place place, Change change, boolean first, Class<?> fixture) {
        Judge judge = new Judge();
        Launch launch = Launch.of(fixture);
        Changer changer = new Changer(place, change);

        launch.listeningBeside(first, changer, judge).run();

        assertThat(published(launch.results())).as(launch.results()).isEqualTo(judge.reported());
        assertThat(launch.results()).doesNotContain("ABORTED");
    }

    private static Map<String, List<String>> published(String ledger) {
        Map<String, List<String>> outcomes = new TreeMap<>();
        Matcher line = Pattern.compile("(?m)^(?:finished|concluded) \\w+ › (\\w+).*?: (\\w+)")
                .matcher(ledger);
        while (line.find()) {
            String outcome = line.group(2).replace("NOT_STARTED", "SKIPPED");
            outcomes.computeIfAbsent(line.group(1), name -> new ArrayList<>()).add(outcome);
        }
        outcomes.values().forEach(list -> list.sort(null));
        return outcomes;
    }

    public static class WithoutTearDown {
        @Test
        public void fails() {
            throw new IllegalStateException("by itself");
        }

        @Test
        public void passes() {}

        @DataProvider
        public Object[][] rows() {
            return new Object[][] {{1}, {2}, {3}};
        }

        @Test(dataProvider = "rows")
        public void takesRows(int row) {}
    }

    public static class WithTearDown extends WithoutTearDown {
        @AfterMethod
        public void tearDown(ITestResult test) {
            ((Changer) test.getTestContext().getAttribute("changer")).at(Place.IN_THE_TEAR_DOWN, test);
        }
    }

    /** Changes the result of each test at one place, of rows that of the second. */
    private record Changer(Place place, Change change)
            implements ITestListener, IInvokedMethodListener, IConfigurationListener {

        void at(Place here, ITestResult test) {
            boolean meant = test.getParameters().length == 0 || test.getParameters()[0].equals(2);
            if (here == place && test.getMethod().isTest() && meant) {
                change.accept(test);
            }
        }

        @Override
        public void onStart(ITestContext context) {
            context.setAttribute("changer", this);
        }

        @Override
        public void onTestStart(ITestResult test) {
            at(Place.ON_TEST_START, test);
        }

        @Override
        public void beforeInvocation(IInvokedMethod method, ITestResult test) {
            at(Place.BEFORE_INVOCATION, test);
        }

        @Override
        public void afterInvocation(IInvokedMethod method, ITestResult test) {
            at(Place.AFTER_INVOCATION, test);
        }

        @Override
        public void onTestSuccess(ITestResult test) {
            at(Place.ON_TEST_SUCCESS, test);
        }

        @Override
        public void onTestFailure(ITestResult test) {
            at(Place.ON_TEST_FAILURE, test);
        }

        @Override
        public void beforeConfiguration(ITestResult fixture) {
            ofTest(Place.BEFORE_THE_TEAR_DOWN, fixture);
        }

        @Override
        public void onConfigurationSuccess(ITestResult fixture) {
            ofTest(Place.AFTER_THE_TEAR_DOWN, fixture);
        }

        private void ofTest(Place here, ITestResult fixture) {
            if (fixture.getParameters().length > 0 && fixture.getParameters()[0] instanceof ITestResult test) {
                at(here, test);
            }
        }
    }

    /** Reads what TestNG has in the end, as its own reports do. */
    private static final class Judge implements IReporter {

        private final Map<String, List<String>> outcomes = new TreeMap<>();

        @Override
        public void generateReport(List<XmlSuite> xmlSuites, List<ISuite> suites, String folder) {
            suites.stream()
                    .flatMap(suite -> suite.getResults().values().stream())
                    .map(result -> result.getTestContext())
                    .flatMap(context ->
                            Stream.of(context.getPassedTests(), context.getFailedTests(), context.getSkippedTests()))
                    .map(results -> results.getAllResults())
                    .flatMap(Collection::stream)
                    .forEach(test -> outcomes.computeIfAbsent(test.getName(), name -> new ArrayList<>())
                            .add(outcome(test)));
            outcomes.values().forEach(list -> list.sort(null));
        }

        Map<String, List<String>> reported() {
            return outcomes;
        }

        private static String outcome(ITestResult test) {
            return switch (test.getStatus()) {
                case ITestResult.SUCCESS -> "PASSED";
                case ITestResult.SKIP -> "SKIPPED";
                default -> "FAILED";
            };
        }
    }
}
