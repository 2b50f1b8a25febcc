package dev.attest.testng;

import dev.attest.QaCompleteTest;
import dev.attest.TestCase;
import dev.attest.WorkItem;
import dev.attest.spi.Links;
import java.util.List;
import java.util.Map;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What tests belong to, as the recorder is told. */
class LinksTest {

    @org.junit.jupiter.api.Test
    void areThoseOfTheAnnotationsOfMethodAndClass() {
        assertThat(linksOf(Story.class))
                .containsOnly(
                        Map.entry("Story › own", new Links(List.of(4711, 12), List.of(1, 2), List.of(77))),
                        Map.entry("Story › off", new Links(List.of(100), List.of(6), List.of(7))),
                        Map.entry("Story › inherited", new Links(List.of(100), List.of(), List.of(7))));
    }

    @org.junit.jupiter.api.Test
    void areThoseOfTheMethodForEachRow() {
        assertThat(linksOf(Rows.class))
                .containsOnly(
                        Map.entry("Rows › adds(int) › [1] 3", new Links(List.of(9), List.of(), List.of())),
                        Map.entry("Rows › adds(int) › [2] 4", new Links(List.of(9), List.of(), List.of())));
    }

    @org.junit.jupiter.api.Test
    void areThoseOfTheClassForTestsThatNeverStartAndAsFarAsWorkItemsGoForWhatFailedAroundThem() {
        assertThat(linksOf(Unready.class))
                .containsOnly(
                        Map.entry("Unready › @BeforeClass fail", new Links(List.of(8), List.of(), List.of())),
                        Map.entry("Unready › never", new Links(List.of(8), List.of(80), List.of())));
    }

    @org.junit.jupiter.api.Test
    void areTestCasesOfGroupsAndDescriptions() {
        assertThat(linksOf(Named.class))
                .containsOnly(
                        Map.entry("Named › described: [123] logs in", new Links(List.of(), List.of(123), List.of())),
                        Map.entry("Named › grouped: [11] logs in", new Links(List.of(), List.of(124), List.of())),
                        Map.entry("Named › annotated: [11] logs in", new Links(List.of(), List.of(125), List.of())));
    }

    private static Map<String, Links> linksOf(Class<?> fixture) {
        return Launch.of(fixture).run().recorder().linksByTitle();
    }

    @WorkItem(100)
    @QaCompleteTest(7)
    public static class Parent {
        @Test
        public void inherited() {}
    }

    public static class Story extends Parent {
        @Test
        @WorkItem({4711, 12, 0})
        @TestCase(1)
        @TestCase(2)
        @QaCompleteTest(77)
        public void own() {}

        @Test(enabled = false)
        @TestCase(6)
        public void off() {}
    }

    public static class Rows {
        @DataProvider
        public Object[][] rows() {
            return new Object[][] {{3}, {4}};
        }

        @Test(dataProvider = "rows")
        @WorkItem(9)
        public void adds(int number) {}
    }

    @WorkItem(8)
    @TestCase(80)
    public static class Unready {
        @BeforeClass
        public void fail() {
            throw new IllegalStateException("not ready");
        }

        @Test
        public void never() {}
    }

    public static class Named {
        @Test(description = "[123] logs in")
        public void described() {}

        @Test(description = "[11] logs in", groups = "testcase:124")
        public void grouped() {}

        @Test(description = "[11] logs in", groups = "testcase:12")
        @TestCase(125)
        public void annotated() {}
    }
}
