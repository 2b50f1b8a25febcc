package dev.attest.testng;

import dev.attest.testkit.RecordingRecorder;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Factory;
import org.testng.xml.XmlSuite.ParallelMode;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever runs at the same time, each test has its own set-up, result and tear-down. */
class ParallelTest {

    @ParameterizedTest
    @EnumSource(
            value = ParallelMode.class,
            names = {"METHODS", "TESTS", "CLASSES", "INSTANCES", "NONE"})
    void keepsTestsApart(ParallelMode mode) {
        Launch launch = Launch.empty()
                .suite("suite")
                .test("one", Busy.class, Made.class)
                .test("two", Busy.class)
                .with(suite -> suite.setParallel(mode))
                .with(suite -> suite.setThreadCount(4))
                .run();

        assertEachTestHasItsOwn(launch);
        assertThat(launch.recorder().ids()).hasSize(2 * 24 + 6).doesNotHaveDuplicates();
    }

    @Test
    void countsTheInvocationsOfAPool() {
        Launch launch = Launch.of(Pool.class).run();

        assertEachTestHasItsOwn(launch);
        assertThat(launch.recorder().ids())
                .extracting(id -> id.path())
                .containsExactlyInAnyOrder("#1", "#2", "#3", "#4", "#5", "#6");
    }

    @Test
    void numbersParallelRowsByTheirPlaceAndNotByTheirTime() {
        Launch launch = Launch.of(ParallelRows.class).run();

        assertThat(launch.results().lines().filter(line -> line.startsWith("started")))
                .allSatisfy(line -> {
                    Matcher row =
                            Pattern.compile("\\[(\\d+)] (\\d+) .* #(\\d+)>").matcher(line);
                    assertThat(row.find()).isTrue();
                    assertThat(List.of(row.group(1), row.group(3))).containsOnly(row.group(2));
                })
                .hasSize(20);
    }

    /** What a fixture says is in the test that it is for; see {@link Busy}. */
    private static void assertEachTestHasItsOwn(Launch launch) {
        List<String> lines = launch.recorder().ledger().lines().toList();
        assertThat(lines).noneMatch(line -> line.contains("not running") || line.endsWith("in none"));
        for (String line : lines) {
            if (line.startsWith("started as prepared ")) {
                String title = line.substring("started as prepared ".length(), line.lastIndexOf(" <"));
                assertThat(lines)
                        .containsSubsequence(
                                line,
                                "said body in " + title,
                                "stopped " + title,
                                "said tearDown in " + title,
                                "finished " + title + ": PASSED");
            }
        }
        assertThat(lines.stream().filter("said setUp in preparation"::equals))
                .hasSameSizeAs(launch.recorder().ids());
    }

    public static class Busy {
        @BeforeMethod
        public void setUp() {
            RecordingRecorder.say("setUp");
        }

        @org.testng.annotations.Test
        public void one() {
            RecordingRecorder.say("body");
        }

        @org.testng.annotations.Test
        public void two() {
            RecordingRecorder.say("body");
        }

        @DataProvider(parallel = true)
        public static Object[][] rows() {
            Object[][] rows = new Object[20][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = new Object[] {i + 1};
            }
            return rows;
        }

        @org.testng.annotations.Test(dataProvider = "rows")
        public void fed(int row) {
            RecordingRecorder.say("body");
        }

        @org.testng.annotations.Test(invocationCount = 2, threadPoolSize = 2)
        public void pooled() {
            RecordingRecorder.say("body");
        }

        @AfterMethod
        public void tearDown() {
            RecordingRecorder.say("tearDown");
        }
    }

    public static class Pool {
        @BeforeMethod
        public void setUp() {
            RecordingRecorder.say("setUp");
        }

        @org.testng.annotations.Test(invocationCount = 6, threadPoolSize = 3)
        public void pooled() {
            RecordingRecorder.say("body");
        }

        @AfterMethod
        public void tearDown() {
            RecordingRecorder.say("tearDown");
        }
    }

    public static class ParallelRows {
        @org.testng.annotations.Test(dataProvider = "rows", dataProviderClass = Busy.class)
        public void fed(int row) {}
    }

    public static class Made {
        private final int number;

        Made(int number) {
            this.number = number;
        }

        @Factory
        public static Object[] make() {
            return new Object[] {new Made(1), new Made(2), new Made(3)};
        }

        @BeforeMethod
        public void setUp() {
            RecordingRecorder.say("setUp");
        }

        @org.testng.annotations.Test
        public void one() {
            RecordingRecorder.say("body");
        }

        @org.testng.annotations.Test
        public void two() {
            RecordingRecorder.say("body");
        }

        @AfterMethod
        public void tearDown() {
            RecordingRecorder.say("tearDown");
        }

        @Override
        public String toString() {
            return "made " + number;
        }
    }
}
