package dev.attest.testng;

import dev.attest.testkit.RecordingRecorder;
import org.junit.jupiter.api.Test;
import org.testng.Reporter;
import org.testng.SkipException;
import org.testng.annotations.AfterClass;
import org.testng.annotations.AfterGroups;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.AfterSuite;
import org.testng.annotations.AfterTest;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.BeforeGroups;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.BeforeSuite;
import org.testng.annotations.BeforeTest;
import org.testng.annotations.DataProvider;
import org.testng.xml.XmlSuite.FailurePolicy;

import static dev.attest.testng.Launch.ledgerOf;
import static dev.attest.testng.Launch.resultsOf;
import static org.assertj.core.api.Assertions.assertThat;

/** What is around a test: it belongs to the test, or has a row of its own when it fails. */
class FixturesTest {

    @Test
    void takesSetUpAndTearDownIntoTheTest() {
        assertThat(ledgerOf(Around.class)).isEqualTo("""
                preparing
                said open in preparation
                abandoned preparation
                preparing
                said aSetUp in preparation
                output preparation: log of set-up\\n
                said bSetUp in preparation
                started as prepared Around › one <Around one()>
                said one in Around › one
                stopped Around › one
                said aTearDown in Around › one
                output Around › one: log of <b>test</b>\\n
                said bTearDown in Around › one
                output Around › one: log of tear-down\\n
                finished Around › one: PASSED
                preparing
                said aSetUp in preparation
                output preparation: log of set-up\\n
                said bSetUp in preparation
                started as prepared Around › two <Around two()>
                said two in Around › two
                stopped Around › two
                said aTearDown in Around › two
                said bTearDown in Around › two
                output Around › two: log of tear-down\\n
                finished Around › two: PASSED
                preparing
                said close in preparation
                abandoned preparation
                """);
    }

    public static class Around {
        @BeforeClass
        public void open() {
            RecordingRecorder.say("open");
        }

        @BeforeMethod
        public void aSetUp() {
            RecordingRecorder.say("aSetUp");
            Reporter.log("log of set-up");
        }

        @BeforeMethod(dependsOnMethods = "aSetUp")
        public void bSetUp() {
            RecordingRecorder.say("bSetUp");
        }

        @org.testng.annotations.Test
        public void one() {
            RecordingRecorder.say("one");
            Reporter.log("log of <b>test</b>");
        }

        @org.testng.annotations.Test
        public void two() {
            RecordingRecorder.say("two");
        }

        @AfterMethod
        public void aTearDown() {
            RecordingRecorder.say("aTearDown");
        }

        @AfterMethod(dependsOnMethods = "aTearDown")
        public void bTearDown() {
            RecordingRecorder.say("bTearDown");
            Reporter.log("log of tear-down");
        }

        @AfterClass
        public void close() {
            RecordingRecorder.say("close");
        }
    }

    @Test
    void endsATestAtOnceThatHasNoTearDown() {
        assertThat(ledgerOf(Bare.class)).isEqualTo("""
                started Bare › one <Bare one()>
                stopped Bare › one
                finished Bare › one: PASSED
                started Bare › two <Bare two()>
                stopped Bare › two
                finished Bare › two: PASSED
                """);
    }

    public static class Bare {
        @org.testng.annotations.Test
        public void one() {}

        @org.testng.annotations.Test
        public void two() {}
    }

    @Test
    void endsATestAtTheNextOneWhereOnlySomeAreTornDown() {
        assertThat(ledgerOf(SomeTornDown.class)).isEqualTo("""
                started SomeTornDown › one <SomeTornDown one()>
                stopped SomeTornDown › one
                finished SomeTornDown › one: PASSED
                started SomeTornDown › two <SomeTornDown two()>
                stopped SomeTornDown › two
                finished SomeTornDown › two: PASSED
                """);
    }

    public static class SomeTornDown {
        @org.testng.annotations.Test
        public void one() {}

        @org.testng.annotations.Test
        public void two() {}

        @AfterMethod(lastTimeOnly = true, onlyForGroups = "dirty")
        public void clean() {}
    }

    @Test
    void preparesOnceForAllInvocationsThatAreSetUpOnce() {
        assertThat(ledgerOf(FirstTime.class)).isEqualTo("""
                preparing
                said setUp in preparation
                started as prepared FirstTime › works › [1] <FirstTime works() #1>
                said works in FirstTime › works › [1]
                stopped FirstTime › works › [1]
                finished FirstTime › works › [1]: PASSED
                started FirstTime › works › [2] <FirstTime works() #2>
                said works in FirstTime › works › [2]
                stopped FirstTime › works › [2]
                finished FirstTime › works › [2]: PASSED
                """);
    }

    public static class FirstTime {
        @BeforeMethod(firstTimeOnly = true)
        public void setUp() {
            RecordingRecorder.say("setUp");
        }

        @org.testng.annotations.Test(invocationCount = 2)
        public void works() {
            RecordingRecorder.say("works");
        }
    }

    @Test
    void blamesTheFixtureOfAClass() {
        assertThat(ledgerOf(BeforeClassFails.class)).isEqualTo("""
                preparing
                said open in preparation
                started as prepared BeforeClassFails › @BeforeClass open <BeforeClassFails open() @BeforeClass>
                stopped BeforeClassFails › @BeforeClass open
                output BeforeClassFails › @BeforeClass open: connecting\\n
                finished BeforeClassFails › @BeforeClass open: FAILED, refused (with trace)
                started BeforeClassFails › one <BeforeClassFails one()>
                stopped BeforeClassFails › one
                finished BeforeClassFails › one: NOT_STARTED, Not started: @BeforeClass BeforeClassFails.open failed: refused
                started BeforeClassFails › two(int) › [1] 1 <BeforeClassFails two(int) #1>
                stopped BeforeClassFails › two(int) › [1] 1
                finished BeforeClassFails › two(int) › [1] 1: NOT_STARTED, Not started: @BeforeClass BeforeClassFails.open failed: refused
                started BeforeClassFails › two(int) › [2] 2 <BeforeClassFails two(int) #2>
                stopped BeforeClassFails › two(int) › [2] 2
                finished BeforeClassFails › two(int) › [2] 2: NOT_STARTED, Not started: @BeforeClass BeforeClassFails.open failed: refused
                """);
    }

    public static class BeforeClassFails {
        @BeforeClass
        public void open() {
            RecordingRecorder.say("open");
            Reporter.log("connecting");
            throw new IllegalStateException("refused");
        }

        @org.testng.annotations.Test
        public void one() {}

        @DataProvider
        public Object[][] rows() {
            return new Object[][] {{1}, {2}};
        }

        @org.testng.annotations.Test(dataProvider = "rows")
        public void two(int row) {}
    }

    @Test
    void blamesTheFixtureOfAMethodAndKeepsTheRowsApart() {
        assertThat(ledgerOf(BeforeMethodFails.class)).isEqualTo("""
                preparing
                said setUp in preparation
                started as prepared BeforeMethodFails › fed(int) › [1] 1 <BeforeMethodFails fed(int) #1>
                stopped BeforeMethodFails › fed(int) › [1] 1
                said tearDown in BeforeMethodFails › fed(int) › [1] 1
                finished BeforeMethodFails › fed(int) › [1] 1: PASSED
                preparing
                said setUp in preparation
                started as prepared BeforeMethodFails › @BeforeMethod setUp <BeforeMethodFails setUp() @BeforeMethod>
                stopped BeforeMethodFails › @BeforeMethod setUp
                finished BeforeMethodFails › @BeforeMethod setUp: FAILED, no water (with trace)
                started BeforeMethodFails › fed(int) › [2] 2 <BeforeMethodFails fed(int) #2>
                stopped BeforeMethodFails › fed(int) › [2] 2
                said tearDown in BeforeMethodFails › fed(int) › [2] 2
                finished BeforeMethodFails › fed(int) › [2] 2: NOT_STARTED, Not started: @BeforeMethod BeforeMethodFails.setUp failed: no water
                started BeforeMethodFails › fed(int) › [3] 3 <BeforeMethodFails fed(int) #3>
                stopped BeforeMethodFails › fed(int) › [3] 3
                said tearDown in BeforeMethodFails › fed(int) › [3] 3
                finished BeforeMethodFails › fed(int) › [3] 3: NOT_STARTED, Not started: @BeforeMethod BeforeMethodFails.setUp failed: no water
                """);
    }

    public static class BeforeMethodFails {
        private int calls;

        @BeforeMethod
        public void setUp() {
            RecordingRecorder.say("setUp");
            calls++;
            if (calls == 2) {
                throw new IllegalStateException("no water");
            }
        }

        @DataProvider
        public Object[][] rows() {
            return new Object[][] {{1}, {2}, {3}};
        }

        @org.testng.annotations.Test(dataProvider = "rows")
        public void fed(int row) {}

        @AfterMethod(alwaysRun = true)
        public void tearDown() {
            RecordingRecorder.say("tearDown");
        }
    }

    @Test
    void reportsEachFailureOfAFixtureThatIsTriedOn() {
        Launch launch = Launch.of(BeforeMethodAlwaysFails.class)
                .with(suite -> suite.setConfigFailurePolicy(FailurePolicy.CONTINUE))
                .run();

        assertThat(launch.results()).isEqualTo("""
                started as prepared BeforeMethodAlwaysFails › @BeforeMethod setUp <BeforeMethodAlwaysFails setUp() @BeforeMethod>
                finished BeforeMethodAlwaysFails › @BeforeMethod setUp: FAILED, no water (with trace)
                started BeforeMethodAlwaysFails › one <BeforeMethodAlwaysFails one()>
                finished BeforeMethodAlwaysFails › one: NOT_STARTED, Not started: @BeforeMethod BeforeMethodAlwaysFails.setUp failed: no water
                started as prepared BeforeMethodAlwaysFails › @BeforeMethod setUp › [2] <BeforeMethodAlwaysFails setUp() @BeforeMethod/#2>
                finished BeforeMethodAlwaysFails › @BeforeMethod setUp › [2]: FAILED, no water (with trace)
                started BeforeMethodAlwaysFails › two <BeforeMethodAlwaysFails two()>
                finished BeforeMethodAlwaysFails › two: NOT_STARTED, Not started: @BeforeMethod BeforeMethodAlwaysFails.setUp failed: no water
                """);
    }

    public static class BeforeMethodAlwaysFails {
        @BeforeMethod
        public void setUp() {
            throw new IllegalStateException("no water");
        }

        @org.testng.annotations.Test
        public void one() {}

        @org.testng.annotations.Test
        public void two() {}
    }

    @Test
    void givesAFailedTearDownARowOfItsOwn() {
        assertThat(ledgerOf(AfterMethodFails.class)).isEqualTo("""
                started AfterMethodFails › one <AfterMethodFails one()>
                stopped AfterMethodFails › one
                said tearDown in AfterMethodFails › one
                concluded AfterMethodFails › @AfterMethod tearDown <AfterMethodFails tearDown() @AfterMethod>: FAILED, no drain (with trace)
                finished AfterMethodFails › one: PASSED
                started AfterMethodFails › two <AfterMethodFails two()>
                stopped AfterMethodFails › two
                finished AfterMethodFails › two: NOT_STARTED, Not started: @AfterMethod AfterMethodFails.tearDown failed: no drain
                """);
    }

    public static class AfterMethodFails {
        @org.testng.annotations.Test
        public void one() {}

        @org.testng.annotations.Test
        public void two() {}

        @AfterMethod
        public void tearDown() {
            RecordingRecorder.say("tearDown");
            throw new IllegalStateException("no drain");
        }
    }

    @Test
    void namesEveryKindOfFixture() {
        assertThat(resultsOf(SuiteFails.class)).isEqualTo("""
                started as prepared SuiteFails › @BeforeSuite boot <SuiteFails boot() @BeforeSuite>
                finished SuiteFails › @BeforeSuite boot: FAILED, no power (with trace)
                started SuiteFails › one <SuiteFails one()>
                finished SuiteFails › one: NOT_STARTED, Not started: @BeforeSuite SuiteFails.boot failed: no power
                """);
        assertThat(resultsOf(TestFails.class)).isEqualTo("""
                started as prepared TestFails › @BeforeTest boot <TestFails boot() @BeforeTest>
                finished TestFails › @BeforeTest boot: FAILED, no light (with trace)
                started TestFails › one <TestFails one()>
                finished TestFails › one: NOT_STARTED, Not started: @BeforeTest TestFails.boot failed: no light
                """);
        assertThat(resultsOf(GroupsFail.class)).isEqualTo("""
                started as prepared GroupsFail › @BeforeGroups connect [db] <GroupsFail connect() @BeforeGroups>
                finished GroupsFail › @BeforeGroups connect: FAILED, no socket (with trace)
                started GroupsFail › one [db] <GroupsFail one()>
                finished GroupsFail › one: NOT_STARTED, Not started: @BeforeGroups GroupsFail.connect failed: no socket
                """);
        assertThat(resultsOf(AftersFail.class)).isEqualTo("""
                started AftersFail › one [db] <AftersFail one()>
                finished AftersFail › one: PASSED
                started as prepared AftersFail › @AfterGroups afterGroups [db] <AftersFail afterGroups() @AfterGroups>
                finished AftersFail › @AfterGroups afterGroups: FAILED, g (with trace)
                started as prepared AftersFail › @AfterClass afterClass <AftersFail afterClass() @AfterClass>
                finished AftersFail › @AfterClass afterClass: FAILED, c (with trace)
                started as prepared AftersFail › @AfterTest afterTest <AftersFail afterTest() @AfterTest>
                finished AftersFail › @AfterTest afterTest: FAILED, t (with trace)
                started as prepared AftersFail › @AfterSuite afterSuite <AftersFail afterSuite() @AfterSuite>
                finished AftersFail › @AfterSuite afterSuite: FAILED, s (with trace)
                """);
    }

    public static class SuiteFails {
        @BeforeSuite
        public void boot() {
            throw new IllegalStateException("no power");
        }

        @org.testng.annotations.Test
        public void one() {}
    }

    public static class TestFails {
        @BeforeTest
        public void boot() {
            throw new IllegalStateException("no light");
        }

        @org.testng.annotations.Test
        public void one() {}
    }

    public static class GroupsFail {
        @BeforeGroups("db")
        public void connect() {
            throw new IllegalStateException("no socket");
        }

        @org.testng.annotations.Test(groups = "db")
        public void one() {}
    }

    public static class AftersFail {
        @org.testng.annotations.Test(groups = "db")
        public void one() {}

        @AfterClass
        public void afterClass() {
            throw new IllegalStateException("c");
        }

        @AfterGroups("db")
        public void afterGroups() {
            throw new IllegalStateException("g");
        }

        @AfterTest(alwaysRun = true)
        public void afterTest() {
            throw new IllegalStateException("t");
        }

        @AfterSuite(alwaysRun = true)
        public void afterSuite() {
            throw new IllegalStateException("s");
        }
    }

    @Test
    void skipsTheTestsOfAFixtureThatSkips() {
        assertThat(ledgerOf(BeforeClassSkips.class, BeforeMethodSkips.class)).isEqualTo("""
                preparing
                abandoned preparation
                started BeforeClassSkips › one <BeforeClassSkips one()>
                stopped BeforeClassSkips › one
                finished BeforeClassSkips › one: SKIPPED, closed for the winter
                preparing
                said open in preparation
                started as prepared BeforeMethodSkips › two <BeforeMethodSkips two()>
                stopped BeforeMethodSkips › two
                finished BeforeMethodSkips › two: SKIPPED, closed today
                """);
    }

    public static class BeforeClassSkips {
        @BeforeClass
        public void open() {
            throw new SkipException("closed for the winter");
        }

        @org.testng.annotations.Test
        public void one() {}
    }

    public static class BeforeMethodSkips {
        @BeforeMethod
        public void open() {
            RecordingRecorder.say("open");
            throw new SkipException("closed today");
        }

        @org.testng.annotations.Test
        public void two() {}
    }

    @Test
    void blamesTheFixtureOfASuiteForTheTestsOfAll() {
        Launch launch = Launch.empty()
                .suite("suite")
                .test("first", SuiteFails.class)
                .test("second", Bare.class)
                .run();

        assertThat(launch.results()).isEqualTo("""
                started as prepared SuiteFails › @BeforeSuite boot <SuiteFails boot() @BeforeSuite>
                finished SuiteFails › @BeforeSuite boot: FAILED, no power (with trace)
                started SuiteFails › one <SuiteFails one()>
                finished SuiteFails › one: NOT_STARTED, Not started: @BeforeSuite SuiteFails.boot failed: no power
                started Bare › one <Bare one()>
                finished Bare › one: NOT_STARTED, Not started: @BeforeSuite SuiteFails.boot failed: no power
                started Bare › two <Bare two()>
                finished Bare › two: NOT_STARTED, Not started: @BeforeSuite SuiteFails.boot failed: no power
                """);
    }
}
