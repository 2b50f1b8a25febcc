package dev.attest.junit5;

import dev.attest.spi.TestId;
import dev.attest.testkit.RecordingReporting;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Assume;
import org.junit.BeforeClass;
import org.junit.FixMethodOrder;
import org.junit.Ignore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;
import org.junit.platform.suite.api.SuiteDisplayName;
import org.junit.runner.RunWith;
import org.junit.runners.MethodSorters;
import org.junit.runners.Parameterized;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.Assert.assertEquals;

/** Engines other than Jupiter, engines in engines, and engines that break. */
class EnginesTest {

    @Test
    void tellsTheSameTestInTwoSuitesApart() {
        Launch launch = Launch.of(Nightly.class, Smoke.class).run();

        assertThat(launch.testLedger()).isEqualTo("""
                started Nightly › Member › one() <Member one() Nightly>
                finished Nightly › Member › one(): PASSED
                started Nightly › Member › twice(int) › [1] <Member twice(int) Nightly/#1>
                finished Nightly › Member › twice(int) › [1]: PASSED
                started Smoke suite › Member › one() <Member one() Smoke>
                finished Smoke suite › Member › one(): PASSED
                started Smoke suite › Member › twice(int) › [1] <Member twice(int) Smoke/#1>
                finished Smoke suite › Member › twice(int) › [1]: PASSED
                """);
        assertThat(launch.recorder().ids()).map(TestId::uuid).doesNotHaveDuplicates();
    }

    @SelectClasses(Member.class)
    @Suite
    static class Nightly {}

    @SuiteDisplayName("Smoke suite")
    @SelectClasses(Member.class)
    @Suite
    static class Smoke {}

    @Fixture
    static class Member {
        @Test
        void one() {}

        @ParameterizedTest(name = "[{index}]")
        @ValueSource(ints = 1)
        void twice(int number) {}
    }

    @Test
    void leavesAnEngineAloneThatAnAdapterOfItsOwnSpeaksFor() {
        Launch launch = Launch.of(Old.class, OldFixture.class, Nightly.class);
        var reporting = new RecordingReporting(launch.recorder());
        reporting.claimEngine("junit-vintage");

        launch.run(reporting);

        assertThat(launch.testLedger()).contains("Member").doesNotContain("Old", "vintage");
    }

    @Test
    void reportsAFixtureOfASuite() {
        assertThat(Launch.ledgerOf(BadSuite.class)).isEqualTo("""
                concluded BadSuite › @BeforeSuite <junit-platform-suite: BadSuite @BeforeSuite>: FAILED, no docker (with trace)
                concluded BadSuite › Member › one() <Member one() BadSuite>: NOT_STARTED, \
                Not started: @BeforeSuite of BadSuite failed: no docker
                concluded BadSuite › Member › twice(int) <Member twice(int) BadSuite>: NOT_STARTED, \
                Not started: @BeforeSuite of BadSuite failed: no docker
                """);
    }

    @SelectClasses(Member.class)
    @Suite
    static class BadSuite {
        @BeforeSuite
        static void start() {
            throw new IllegalStateException("no docker");
        }
    }

    @Test
    void reportsTestsOfJUnit4() {
        assertThat(Launch.ledgerOf(Old.class)).isEqualTo("""
                started Old › fails <junit-vintage: Old fails()>
                finished Old › fails: FAILED, expected:<1> but was:<2> (with trace)
                concluded Old › ignored <junit-vintage: Old ignored()>: SKIPPED, rusty
                started Old › passes <junit-vintage: Old passes()>
                finished Old › passes: PASSED
                started Old › uncertain <junit-vintage: Old uncertain()>
                finished Old › uncertain: SKIPPED, full moon only
                """);
    }

    @FixMethodOrder(MethodSorters.NAME_ASCENDING)
    public static class Old {
        @org.junit.Test
        public void passes() {}

        @org.junit.Test
        public void fails() {
            assertEquals(1, 2);
        }

        @Ignore("rusty")
        @org.junit.Test
        public void ignored() {}

        @org.junit.Test
        public void uncertain() {
            Assume.assumeTrue("full moon only", false);
        }
    }

    @Test
    void reportsEachSetOfParametersOfJUnit4() {
        assertThat(Launch.ledgerOf(OldParameterized.class)).isEqualTo("""
                started OldParameterized › [0] › small[0] <junit-vintage: OldParameterized small() #0>
                finished OldParameterized › [0] › small[0]: PASSED
                started OldParameterized › [1] › small[1] <junit-vintage: OldParameterized small() #1>
                finished OldParameterized › [1] › small[1]: FAILED, expected:<1> but was:<2> (with trace)
                """);
    }

    @RunWith(Parameterized.class)
    public static class OldParameterized {
        private final int number;

        public OldParameterized(int number) {
            this.number = number;
        }

        @Parameterized.Parameters
        public static List<Integer> numbers() {
            return List.of(1, 2);
        }

        @org.junit.Test
        public void small() {
            assertEquals(1, number);
        }
    }

    @Test
    void reportsBeforeClassOfJUnit4() {
        assertThat(Launch.ledgerOf(OldFixture.class)).isEqualTo("""
                concluded OldFixture › @BeforeClass <junit-vintage: OldFixture @BeforeClass>: FAILED, rust (with trace)
                concluded OldFixture › one <junit-vintage: OldFixture one()>: NOT_STARTED, \
                Not started: @BeforeClass of OldFixture failed: rust
                """);
    }

    public static class OldFixture {
        @BeforeClass
        public static void prepare() {
            throw new IllegalStateException("rust");
        }

        @org.junit.Test
        public void one() {}
    }

    @Test
    void tellsTheSameClassInTwoSuitesOfJUnit4Apart() {
        assertThat(Launch.ledgerOf(OldSuite.class)).isEqualTo("""
                started OldSuite › OldMember › one <junit-vintage: OldMember one() OldSuite>
                finished OldSuite › OldMember › one: PASSED
                """);
    }

    @org.junit.runners.Suite.SuiteClasses(OldMember.class)
    @RunWith(org.junit.runners.Suite.class)
    public static class OldSuite {}

    public static class OldMember {
        @org.junit.Test
        public void one() {}
    }

    @Test
    void knowsATestWithoutClassByItsFileAndNamesAndNotByItsLine() {
        var engine = new ScriptedEngine("cucumber", root -> {
            ScriptedEngine.Node feature = root.add(
                    "feature",
                    "classpath:shop/cart.feature",
                    "Cart",
                    ClasspathResourceSource.from("shop/cart.feature"));
            ScriptedEngine.Node scenario =
                    feature.add("scenario", "7", "Add (to cart)", ClasspathResourceSource.from("shop/cart.feature"));
            ScriptedEngine.Node sameName =
                    feature.add("scenario", "12", "Add (to cart)", ClasspathResourceSource.from("shop/cart.feature"));
            ScriptedEngine.Node outline =
                    feature.add("outline", "20", "Add many", ClasspathResourceSource.from("shop/cart.feature"));
            ScriptedEngine.Node example =
                    outline.add("example", "23", "Example #1.1", ClasspathResourceSource.from("shop/cart.feature"));
            return listener -> {
                listener.executionStarted(root);
                listener.executionStarted(feature);
                pass(scenario, listener);
                pass(sameName, listener);
                listener.executionStarted(outline);
                pass(example, listener);
                listener.executionFinished(outline, TestExecutionResult.successful());
                listener.executionFinished(feature, TestExecutionResult.successful());
                listener.executionFinished(root, TestExecutionResult.successful());
            };
        });

        assertThat(ledgerIn(engine)).isEqualTo("""
                started Cart › Add (to cart) <cucumber: shop/cart.feature Cart › Add (to cart)()>
                finished Cart › Add (to cart): PASSED
                started Cart › Add (to cart) <cucumber: shop/cart.feature Cart › Add (to cart) (2)()>
                finished Cart › Add (to cart): PASSED
                started Cart › Add many › Example #1.1 <cucumber: shop/cart.feature Cart › Add many() #1>
                finished Cart › Add many › Example #1.1: PASSED
                """);
    }

    @Test
    void keepsTheNameOfAScenarioThatRunsAgainAlone() {
        ledgerIn(scenarios("7", "12"));

        assertThat(ledgerIn(scenarios("12"))).contains("finished Order › Sends an order: PASSED");
        assertThat(ledgerIn(scenarios("12"))).contains("shop/order.feature Order › Sends an order (2)()");
    }

    private static ScriptedEngine scenarios(String... lines) {
        return new ScriptedEngine("cucumber", root -> {
            ClasspathResourceSource file = ClasspathResourceSource.from("shop/order.feature");
            ScriptedEngine.Node feature = root.add("feature", "classpath:shop/order.feature", "Order", file);
            List<ScriptedEngine.Node> scenarios = Stream.of(lines)
                    .map(line -> feature.add("scenario", line, "Sends an order", file))
                    .toList();
            return listener -> {
                listener.executionStarted(root);
                listener.executionStarted(feature);
                scenarios.forEach(scenario -> pass(scenario, listener));
                listener.executionFinished(feature, TestExecutionResult.successful());
                listener.executionFinished(root, TestExecutionResult.successful());
            };
        });
    }

    @Test
    void reportsTestsOfTestNgAsThoseOfAnyOtherEngine() {
        var engine = new ScriptedEngine("testng", root -> {
            ScriptedEngine.Node type =
                    root.add("class", "com.shop.CartTest", "CartTest", ClassSource.from("com.shop.CartTest"));
            ScriptedEngine.Node method =
                    type.add("method", "adds(int)", "adds", MethodSource.from("com.shop.CartTest", "adds", "int"));
            ScriptedEngine.Node first =
                    method.add("invoc", "0", "[0] adds, 1", MethodSource.from("com.shop.CartTest", "adds", "int"));
            ScriptedEngine.Node factory =
                    type.add("method", "made()@0", "made", MethodSource.from("com.shop.CartTest", "made", ""));
            ScriptedEngine.Node broken = type.add(
                    "method", "broken(int)", "broken", MethodSource.from("com.shop.CartTest", "broken", "int"));
            broken.container();
            return listener -> {
                listener.executionStarted(root);
                listener.executionStarted(type);
                listener.executionStarted(method);
                pass(first, listener);
                listener.executionFinished(method, TestExecutionResult.successful());
                pass(factory, listener);
                listener.executionStarted(broken);
                listener.executionFinished(broken, TestExecutionResult.failed(new IllegalStateException("no data")));
                listener.executionFinished(type, TestExecutionResult.successful());
                listener.executionFinished(root, TestExecutionResult.successful());
            };
        });

        assertThat(ledgerIn(engine)).isEqualTo("""
                started CartTest › adds › [0] adds, 1 <testng: com.shop.CartTest adds(int) 0>
                finished CartTest › adds › [0] adds, 1: PASSED
                started CartTest › made <testng: com.shop.CartTest made() @0>
                finished CartTest › made: PASSED
                concluded CartTest › broken › invocations <testng: com.shop.CartTest broken(int) invocations>: \
                FAILED, no data (with trace)
                """);
    }

    @Test
    void reportsAnEngineThatCrashesAndWhatItLeftBehind() {
        var engine = new ScriptedEngine("crashing", root -> {
            ScriptedEngine.Node done = root.add("test", "done", "Done", null);
            ScriptedEngine.Node begun = root.add("test", "begun", "Begun", null);
            root.add("test", "waiting", "Waiting", null);
            return listener -> {
                listener.executionStarted(root);
                ScriptedEngine.pass(done, listener);
                listener.executionStarted(begun);
                throw new IllegalStateException("out of steam");
            };
        });

        assertThat(ledgerIn(engine)).isEqualTo("""
                started Done <crashing: Done()>
                finished Done: PASSED
                started Begun <crashing: Begun()>
                concluded Engine crashing › engine <crashing: engine>: \
                FAILED, TestEngine with ID 'crashing' failed to execute tests (with trace)
                concluded Waiting <crashing: Waiting()>: NOT_STARTED, \
                Not started: engine of Engine crashing failed: TestEngine with ID 'crashing' failed to execute tests
                finished Begun: ABORTED, The plan of tests ended before this test did.
                """);
    }

    /** As a context of Kotest, which is a block of code around its tests. */
    @Test
    void blamesTheBodyOfAContainerThatFails() {
        var engine = new ScriptedEngine("nesting", root -> {
            ScriptedEngine.Node context =
                    root.add("spec", "CartSpec", "CartSpec", null).add("test", "a cart", "a cart", null);
            ScriptedEngine.Node test = context.add("test", "is empty", "is empty", null);
            return listener -> {
                listener.executionStarted(context);
                pass(test, listener);
                listener.executionFinished(
                        context, TestExecutionResult.failed(new IllegalStateException("on purpose")));
            };
        });

        assertThat(ledgerIn(engine))
                .contains("concluded CartSpec › a cart › body <nesting: CartSpec/a cart/body>: FAILED, on purpose");
    }

    /** Jupiter fails the class if it cannot prune the trace of an exception, as that of a mock. */
    @Test
    void failsATestThatRunsWhenItsContainerFails() {
        var engine = new ScriptedEngine("broken", root -> {
            ScriptedEngine.Node shop =
                    root.add("class", "com.shop.CartTest", "CartTest", ClassSource.from("com.shop.CartTest"));
            ScriptedEngine.Node running = shop.add("method", "running()", "running", null);
            return listener -> {
                listener.executionStarted(root);
                listener.executionStarted(shop);
                listener.executionStarted(running);
                listener.executionFinished(shop, TestExecutionResult.failed(new IllegalStateException("lost")));
                listener.executionFinished(root, TestExecutionResult.successful());
            };
        });

        assertThat(ledgerIn(engine)).isEqualTo("""
                started CartTest › running <broken: com.shop.CartTest running()>
                finished CartTest › running: FAILED, lost (with trace)
                concluded CartTest › execution <broken: com.shop.CartTest execution>: FAILED, lost (with trace)
                """);
    }

    @Test
    void blamesNoTearDownForTestsThatNeverStarted() {
        var engine = new ScriptedEngine("broken", root -> {
            ScriptedEngine.Node shop =
                    root.add("class", "com.shop.CartTest", "CartTest", ClassSource.from("com.shop.CartTest"));
            ScriptedEngine.Node done = shop.add("method", "done()", "done", null);
            shop.add("method", "waiting()", "waiting", null);
            return listener -> {
                listener.executionStarted(root);
                listener.executionStarted(shop);
                ScriptedEngine.pass(done, listener);
                listener.executionFinished(shop, TestExecutionResult.failed(new IllegalStateException("lost")));
                listener.executionFinished(root, TestExecutionResult.successful());
            };
        });

        assertThat(ledgerIn(engine)).isEqualTo("""
                started CartTest › done <broken: com.shop.CartTest done()>
                finished CartTest › done: PASSED
                concluded CartTest › execution <broken: com.shop.CartTest execution>: FAILED, lost (with trace)
                concluded CartTest › waiting <broken: com.shop.CartTest waiting()>: NOT_STARTED, \
                Not started: execution of CartTest failed: lost
                """);
    }

    @Test
    void reportsTestsThatAnEngineForgot() {
        var engine = new ScriptedEngine("forgetful", root -> {
            root.add("test", "forgotten", "Forgotten", null);
            return listener -> {
                listener.executionStarted(root);
                listener.executionFinished(root, TestExecutionResult.successful());
            };
        });

        assertThat(ledgerIn(engine)).isEqualTo("""
                concluded Forgotten <forgetful: Forgotten()>: NOT_STARTED, \
                Not started: discovered, but nothing was heard of it until the plan ended.
                """);
    }

    @Test
    void reportsFailuresWithoutAnException() {
        var engine = new ScriptedEngine("terse", root -> {
            ScriptedEngine.Node aborted = root.add("test", "aborted", "Aborted", null);
            ScriptedEngine.Node failed = root.add("test", "failed", "Failed", null);
            return listener -> {
                listener.executionStarted(root);
                listener.executionStarted(aborted);
                listener.executionFinished(aborted, TestExecutionResult.aborted(null));
                listener.executionStarted(failed);
                listener.executionFinished(failed, TestExecutionResult.failed(null));
                listener.executionFinished(root, TestExecutionResult.successful());
            };
        });

        assertThat(ledgerIn(engine)).isEqualTo("""
                started Aborted <terse: Aborted()>
                finished Aborted: SKIPPED, Aborted, for no reason given.
                started Failed <terse: Failed()>
                finished Failed: FAILED, Failed, for no reason given.
                """);
    }

    private static String ledgerIn(TestEngine engine) {
        return Launch.of().in(engine).run().testLedger();
    }

    private static void pass(TestDescriptor test, EngineExecutionListener listener) {
        listener.executionStarted(test);
        listener.executionFinished(test, TestExecutionResult.successful());
    }
}
