package dev.attest.testng;

import dev.attest.spi.ReportName;
import dev.attest.testkit.RecordingReporting;
import dev.attest.testng.ReportNames.Runner;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Factory;
import org.testng.annotations.Optional;
import org.testng.annotations.Parameters;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests are called what Surefire's report calls them, as measured with Surefire 3.5.6 and 3.6.1. */
class ReportNamesTest {

    @Test
    void namesTestsAsTheProviderOfSurefireDoes() {
        assertThat(names(Runner.SUREFIRE_PROVIDER, Shapes.class))
                .containsExactlyInAnyOrder(
                        "over",
                        "over[x](1)",
                        "plain",
                        "retried",
                        "retried",
                        "retried",
                        "rows[a](1)",
                        "rows[null](2)",
                        "thrice",
                        "thrice",
                        "thrice",
                        "twice[s1](1)",
                        "twice[s2](2)",
                        "twice[s1](3)",
                        "twice[s2](4)");
        assertThat(names(Runner.SUREFIRE_PROVIDER, Made.class))
                .containsExactlyInAnyOrder("made on F1", "made on F2", "madeRow on F1[r](1)", "madeRow on F2[r](1)");
        assertThat(names(Runner.SUREFIRE_PROVIDER, Broken.class)).containsExactly("setUpClass", "one");
    }

    @Test
    void namesTestsAsTheEngineOfThePlatformDoes() {
        assertThat(names(Runner.PLATFORM_ENGINE, Shapes.class))
                .containsExactlyInAnyOrder(
                        "over",
                        "over(java.lang.String)",
                        "plain",
                        "retried[0]",
                        "retried[0]",
                        "retried[0]",
                        "rows(java.lang.String)[0]",
                        "rows(java.lang.String)[1]",
                        "thrice[0]",
                        "thrice[1]",
                        "thrice[2]",
                        "twice(java.lang.String)[0]",
                        "twice(java.lang.String)[1]",
                        "twice(java.lang.String)[2]",
                        "twice(java.lang.String)[3]");
        assertThat(names(Runner.PLATFORM_ENGINE, MadeOfValues.class))
                .containsExactlyInAnyOrder(
                        "made", "made", "madeRow(java.lang.String)[0](1)[0]", "madeRow(java.lang.String)[1](2)[0]");
    }

    @Test
    void namesTestsByTheirMethodsElsewhere() {
        assertThat(names(Runner.OTHER, MadeOfValues.class))
                .containsExactlyInAnyOrder("made", "made", "madeRow", "madeRow");
        assertThat(runnerFoundBy(ClassLoader.getPlatformClassLoader())).isEqualTo(Runner.OTHER);
    }

    /** Surefire 3.6 puts the engine on the class path of this test too. */
    private static Runner runnerFoundBy(ClassLoader loader) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return Runner.ofThisJvm();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static List<String> names(Runner runner, Class<?> fixture) {
        Launch launch = Launch.of(fixture);
        ExecutionCoordinator executions =
                new ExecutionCoordinator(new RecordingReporting(launch.recorder()), () -> runner);
        return launch.listening(new AttestListener(executions)).run().recorder().reportNames().stream()
                .map(ReportName::name)
                .toList();
    }

    public static class Shapes {
        @org.testng.annotations.Test
        public void plain() {}

        @org.testng.annotations.Test
        public void over() {}

        @Parameters("browser")
        @org.testng.annotations.Test
        public void over(@Optional("x") String browser) {}

        @org.testng.annotations.Test(invocationCount = 3)
        public void thrice() {}

        @DataProvider
        public Object[][] strings() {
            return new Object[][] {{"a"}, {null}};
        }

        @org.testng.annotations.Test(dataProvider = "strings")
        public void rows(String row) {}

        @DataProvider
        public Object[][] two() {
            return new Object[][] {{"s1"}, {"s2"}};
        }

        @org.testng.annotations.Test(dataProvider = "two", invocationCount = 2)
        public void twice(String row) {}

        @org.testng.annotations.Test(retryAnalyzer = RetriesTest.Twice.class)
        public void retried() {
            throw new IllegalStateException("rain");
        }
    }

    public static class Made {
        private final String name;

        Made(String name) {
            this.name = name;
        }

        @Factory
        public static Object[] make() {
            return new Object[] {new Made("F1"), new Made("F2")};
        }

        @org.testng.annotations.Test
        public void made() {}

        @DataProvider
        public Object[][] rows() {
            return new Object[][] {{"r"}};
        }

        @org.testng.annotations.Test(dataProvider = "rows")
        public void madeRow(String row) {}

        @Override
        public String toString() {
            return name;
        }
    }

    public static class MadeOfValues {
        @DataProvider
        public static Object[][] numbers() {
            return new Object[][] {{1}, {2}};
        }

        @Factory(dataProvider = "numbers")
        public MadeOfValues(int number) {}

        @org.testng.annotations.Test
        public void made() {}

        @DataProvider
        public Object[][] rows() {
            return new Object[][] {{"r"}};
        }

        @org.testng.annotations.Test(dataProvider = "rows")
        public void madeRow(String row) {}
    }

    public static class Broken {
        @BeforeClass
        public void setUpClass() {
            throw new IllegalStateException("refused");
        }

        @org.testng.annotations.Test
        public void one() {}
    }
}
