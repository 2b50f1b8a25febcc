package dev.attest.testng;

import dev.attest.spi.TestId;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.testng.ITestContext;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Factory;
import org.testng.annotations.Optional;
import org.testng.annotations.Parameters;
import org.testng.xml.XmlInclude;
import org.testng.xml.XmlSuite;
import org.testng.xml.XmlTest;

import static dev.attest.testng.Launch.resultsOf;
import static org.assertj.core.api.Assertions.assertThat;

/** The same test has the same name in each run, and another test another. */
class IdentitiesTest {

    @Test
    void numbersTheRowsOfADataProviderAndShowsTheirValues() {
        assertThat(resultsOf(Rows.class)).isEqualTo("""
                started Rows › fed(Integer, Object, ITestContext) › [1] 1, "x" <Rows fed(java.lang.Integer, java.lang.Object, org.testng.ITestContext) #1>
                finished Rows › fed(Integer, Object, ITestContext) › [1] 1, "x": PASSED
                started Rows › fed(Integer, Object, ITestContext) › [2] null, "two\\nlines" <Rows fed(java.lang.Integer, java.lang.Object, org.testng.ITestContext) #2>
                finished Rows › fed(Integer, Object, ITestContext) › [2] null, "two\\nlines": PASSED
                started Rows › fed(Integer, Object, ITestContext) › [3] 3, [4, 5] <Rows fed(java.lang.Integer, java.lang.Object, org.testng.ITestContext) #3>
                finished Rows › fed(Integer, Object, ITestContext) › [3] 3, [4, 5]: PASSED
                """);
    }

    public static class Rows {
        @DataProvider
        public Object[][] rows() {
            return new Object[][] {{1, "x"}, {null, "two\nlines"}, {3, new int[] {4, 5}}};
        }

        @org.testng.annotations.Test(dataProvider = "rows")
        public void fed(Integer number, Object thing, ITestContext injected) {}
    }

    @Test
    void showsNoValuesThatTestNgInjects() {
        assertThat(resultsOf(Injected.class)).isEqualTo("""
                started Injected › alone(Method) <Injected alone(java.lang.reflect.Method)>
                finished Injected › alone(Method): PASSED
                started Injected › fed(Method, ITestContext, int) › [1] 7 <Injected fed(java.lang.reflect.Method, org.testng.ITestContext, int) #1>
                finished Injected › fed(Method, ITestContext, int) › [1] 7: PASSED
                """);
    }

    public static class Injected {
        @org.testng.annotations.Test
        public void alone(Method itself) {}

        @DataProvider
        public Object[][] rows() {
            return new Object[][] {{7}};
        }

        @org.testng.annotations.Test(dataProvider = "rows")
        public void fed(Method itself, ITestContext context, int number) {}
    }

    @Test
    void boundsValuesAndSurvivesThoseThatCannotBeShown() {
        assertThat(resultsOf(Odd.class)).isEqualTo("""
                started Odd › fed(Object) › [1] (toString() threw java.lang.IllegalStateException) <Odd fed(java.lang.Object) #1>
                finished Odd › fed(Object) › [1] (toString() threw java.lang.IllegalStateException): PASSED
                started Odd › fed(Object) › [2] "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy… <Odd fed(java.lang.Object) #2>
                finished Odd › fed(Object) › [2] "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy…: PASSED
                """);
    }

    public static class Odd {
        @DataProvider
        public Object[][] rows() {
            return new Object[][] {{new Mute()}, {"y".repeat(500)}};
        }

        @org.testng.annotations.Test(dataProvider = "rows")
        public void fed(Object thing) {}
    }

    static final class Mute {
        @Override
        public String toString() {
            throw new IllegalStateException("not a word");
        }
    }

    @Test
    void numbersInvocations() {
        assertThat(resultsOf(Repeated.class)).isEqualTo("""
                started Repeated › often › [1] <Repeated often() #1>
                finished Repeated › often › [1]: PASSED
                started Repeated › often › [2] <Repeated often() #2>
                finished Repeated › often › [2]: PASSED
                started Repeated › once <Repeated once()>
                finished Repeated › once: PASSED
                """);
    }

    public static class Repeated {
        @org.testng.annotations.Test(invocationCount = 2)
        public void often() {}

        @org.testng.annotations.Test
        public void once() {}
    }

    @Test
    void numbersInvocationsOfEachRow() {
        assertThat(resultsOf(RepeatedRows.class)).isEqualTo("""
                started RepeatedRows › fed(String) › [1] "a" › [1] <RepeatedRows fed(java.lang.String) #1/#1>
                finished RepeatedRows › fed(String) › [1] "a" › [1]: PASSED
                started RepeatedRows › fed(String) › [2] "b" › [1] <RepeatedRows fed(java.lang.String) #2/#1>
                finished RepeatedRows › fed(String) › [2] "b" › [1]: PASSED
                started RepeatedRows › fed(String) › [1] "a" › [2] <RepeatedRows fed(java.lang.String) #1/#2>
                finished RepeatedRows › fed(String) › [1] "a" › [2]: PASSED
                started RepeatedRows › fed(String) › [2] "b" › [2] <RepeatedRows fed(java.lang.String) #2/#2>
                finished RepeatedRows › fed(String) › [2] "b" › [2]: PASSED
                """);
    }

    public static class RepeatedRows {
        @DataProvider
        public Object[][] rows() {
            return new Object[][] {{"a"}, {"b"}};
        }

        @org.testng.annotations.Test(dataProvider = "rows", invocationCount = 2)
        public void fed(String row) {}
    }

    @Test
    void numbersTheInstancesOfAFactoryAndShowsWhatTheyAre() {
        assertThat(sorted(Made.class)).isEqualTo("""
                finished Made › [1] chrome › opens: PASSED
                finished Made › [2] firefox › opens: PASSED
                finished Made › [3] safari › opens: PASSED
                started Made › [1] chrome › opens <Made opens() @1>
                started Made › [2] firefox › opens <Made opens() @2>
                started Made › [3] safari › opens <Made opens() @3>
                """);
        assertThat(sorted(Fed.class)).isEqualTo("""
                finished Fed › [1] "chrome", 1 › opens(String) › [1] "a": PASSED
                finished Fed › [1] "chrome", 1 › opens(String) › [2] "b": PASSED
                finished Fed › [2] "firefox", 2 › opens(String) › [1] "a": PASSED
                finished Fed › [2] "firefox", 2 › opens(String) › [2] "b": PASSED
                started Fed › [1] "chrome", 1 › opens(String) › [1] "a" <Fed opens(java.lang.String) @1/#1>
                started Fed › [1] "chrome", 1 › opens(String) › [2] "b" <Fed opens(java.lang.String) @1/#2>
                started Fed › [2] "firefox", 2 › opens(String) › [1] "a" <Fed opens(java.lang.String) @2/#1>
                started Fed › [2] "firefox", 2 › opens(String) › [2] "b" <Fed opens(java.lang.String) @2/#2>
                """);
    }

    public static class Made {
        private final String name;

        Made(String name) {
            this.name = name;
        }

        @Factory
        public static Object[] make() {
            return new Object[] {new Made("chrome"), new Made("firefox"), new Made("safari")};
        }

        @org.testng.annotations.Test
        public void opens() {}

        @Override
        public String toString() {
            return name;
        }
    }

    public static class Fed {
        @DataProvider
        public static Object[][] browsers() {
            return new Object[][] {{"chrome", 1}, {"firefox", 2}};
        }

        @Factory(dataProvider = "browsers")
        public Fed(String browser, int version) {}

        @DataProvider
        public Object[][] rows() {
            return new Object[][] {{"a"}, {"b"}};
        }

        @org.testng.annotations.Test(dataProvider = "rows")
        public void opens(String page) {}
    }

    @Test
    void namesTheClassThatRunsAndNotTheOneThatDeclares() {
        assertThat(resultsOf(Apples.class, Pears.class)).isEqualTo("""
                started Apples › tastes <Apples tastes()>
                finished Apples › tastes: PASSED
                started Pears › tastes <Pears tastes()>
                finished Pears › tastes: PASSED
                """);
    }

    public abstract static class Fruit {
        @org.testng.annotations.Test
        public void tastes() {}
    }

    public static class Apples extends Fruit {}

    public static class Pears extends Fruit {}

    @Test
    void tellsOverloadsApartByTheirParameterTypes() {
        assertThat(sorted(Overloaded.class)).isEqualTo("""
                finished Overloaded › it(ITestContext): PASSED
                finished Overloaded › it(String) › "chrome": PASSED
                finished Overloaded › it: PASSED
                started Overloaded › it <Overloaded it() ()>
                started Overloaded › it(ITestContext) <Overloaded it(org.testng.ITestContext) (org.testng.ITestContext)>
                started Overloaded › it(String) › "chrome" <Overloaded it(java.lang.String) (java.lang.String)>
                """);
    }

    public static class Overloaded {
        @org.testng.annotations.Test
        public void it() {}

        @org.testng.annotations.Test
        public void it(ITestContext context) {}

        @Parameters("browser")
        @org.testng.annotations.Test
        public void it(@Optional("chrome") String browser) {}
    }

    @Test
    void addsTheDescriptionAndKeepsControlCharactersOut() {
        assertThat(resultsOf(Described.class)).isEqualTo("""
                started Described › adds: puts two and two together <Described adds()>
                finished Described › adds: puts two and two together: PASSED
                """);
    }

    public static class Described {
        @org.testng.annotations.Test(description = "puts two\n\tand two together")
        public void adds() {}
    }

    @Test
    void tellsTheTestsOfASuiteApartThatRunTheSameMethod() {
        Launch launch = Launch.empty()
                .suite("nightly")
                .test("chrome", Apples.class, Pears.class)
                .test("firefox", Apples.class)
                .run();

        assertThat(launch.results()).isEqualTo("""
                started chrome › Apples › tastes <Apples tastes() chrome>
                finished chrome › Apples › tastes: PASSED
                started Pears › tastes <Pears tastes()>
                finished Pears › tastes: PASSED
                started firefox › Apples › tastes <Apples tastes() firefox>
                finished firefox › Apples › tastes: PASSED
                """);
    }

    @Test
    void saysNothingOfTheTestsOfASuiteThatShareAClassAndNoMethod() {
        Launch launch = Launch.empty()
                .suite("nightly")
                .test("one", Repeated.class)
                .with(suite -> include(suite, "once"))
                .test("two", Repeated.class)
                .with(suite -> include(suite, "often"))
                .run();

        assertThat(launch.recorder().ids()).extracting(TestId::path).containsExactly("", "#1", "#2");
    }

    private static void include(XmlSuite suite, String method) {
        List<XmlTest> tests = suite.getTests();
        tests.get(tests.size() - 1).getXmlClasses().get(0).setIncludedMethods(List.of(new XmlInclude(method)));
    }

    @Test
    void tellsSuitesApartThatRunTheSameClass() {
        Launch launch = Launch.empty()
                .suite("monday")
                .test("all", Apples.class)
                .suite("tuesday")
                .test("all", Apples.class)
                .run();

        assertThat(launch.results()).isEqualTo("""
                started monday › Apples › tastes <Apples tastes() monday>
                finished monday › Apples › tastes: PASSED
                started tuesday › Apples › tastes <Apples tastes() tuesday>
                finished tuesday › Apples › tastes: PASSED
                """);
    }

    @Test
    void namesTheSameWhateverRunsFirst() {
        List<TestId> inOrder = idsOf(Launch.of(Fed.class, Apples.class, Rows.class));
        List<TestId> inReverse = idsOf(Launch.of(Rows.class, Apples.class, Fed.class));

        assertThat(inReverse).containsExactlyInAnyOrderElementsOf(inOrder);
        assertThat(inOrder).doesNotHaveDuplicates();
    }

    @Test
    void namesTheSameInASecondExecutionOfTheSameJvm() {
        List<TestId> first = idsOf(Launch.of(Fed.class, Repeated.class));

        assertThat(idsOf(Launch.of(Fed.class, Repeated.class))).containsExactlyInAnyOrderElementsOf(first);
    }

    @Test
    void readsSettingsOfTheSuite() {
        Launch launch = Launch.of(Apples.class)
                .with("attest.output", "never")
                .with("browser", "chrome")
                .run();

        assertThat(launch.recorder().ledger()).contains("plan started " + Map.of("attest.output", "never"));
    }

    private static List<TestId> idsOf(Launch launch) {
        return launch.run().recorder().ids();
    }

    private static String sorted(Class<?> fixture) {
        return Launch.of(fixture).run().sortedLedger();
    }
}
