package dev.attest.internal.recorder;

import dev.attest.QaCompleteTest;
import dev.attest.TestCase;
import dev.attest.WorkItem;
import dev.attest.internal.config.setting.AzureKeys;
import dev.attest.spi.DisplayNames;
import dev.attest.spi.Links;
import dev.attest.spi.TestCode;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AnnotationLinksTest {

    private static final DisplayNames UNNAMED = new DisplayNames(List.of(), List.of());

    private final AnnotationLinks linking =
            new AnnotationLinks(Pattern.compile(AzureKeys.TEST_CASE_PATTERN.defaultText()));

    @Test
    void readsWhatTheAnnotationsOfAMethodSay() throws Exception {
        assertThat(linksOf(Story.class, "all")).isEqualTo(new Links(List.of(4711, 12), List.of(1, 2, 3), List.of(77)));
    }

    @Test
    void prefersTheMethodToTheClassForEachKindByItself() throws Exception {
        assertThat(linksOf(Story.class, "bug")).isEqualTo(new Links(List.of(9), List.of(500), List.of()));
        assertThat(linksOf(Story.class, "plain")).isEqualTo(new Links(List.of(100), List.of(500), List.of()));
    }

    @Test
    void looksIntoSuperclassesTheClassesAroundAndAnnotationsOfAnnotations() throws Exception {
        Links ofStory = new Links(List.of(100), List.of(500), List.of());

        assertThat(linksOf(Heir.class, "plain")).isEqualTo(ofStory);
        assertThat(linksOf(Story.Inner.class, "inner")).isEqualTo(ofStory);
        assertThat(linksOf(HeirOfTagged.class, "plain")).isEqualTo(new Links(List.of(8), List.of(), List.of()));
        assertThat(linksOf(Story.class, "tagged").workItems()).containsExactly(5, 8);
    }

    @Test
    void findsTestCasesInTagsWhereNoAnnotationNamesAny() throws Exception {
        TestDescription test = test("slow", "TestCase=123", "testcase:7", "test-case=7", "TestCases=9");

        assertThat(linking.test(test, TestCode.UNKNOWN, UNNAMED).links().testCases())
                .containsExactly(123, 7);
        assertThat(linking.test(test, code(Story.class, "plain"), UNNAMED)
                        .links()
                        .testCases())
                .containsExactly(500);
    }

    /** What was found last is not looked for again: each of code, names and tags may be another then. */
    @Test
    void findsTheLinksOfEachTestWhateverWasFoundBefore() throws Exception {
        DisplayNames cart = new DisplayNames(List.of("[5] Cart"), List.of());
        DisplayNames till = new DisplayNames(List.of("[6] Till"), List.of());
        TestCode story = code(Story.class, "plain");

        assertThat(testCases(test(), TestCode.UNKNOWN, cart)).containsExactly(5);
        assertThat(testCases(test(), TestCode.UNKNOWN, cart)).containsExactly(5);
        assertThat(testCases(test(), TestCode.UNKNOWN, till)).containsExactly(6);
        assertThat(testCases(test(), story, till)).containsExactly(500);
        assertThat(testCases(test("TestCase=123"), TestCode.UNKNOWN, till)).containsExactly(123);
        assertThat(testCases(test(), TestCode.UNKNOWN, till)).containsExactly(6);
    }

    private List<Integer> testCases(TestDescription test, TestCode code, DisplayNames names) {
        return linking.test(test, code, names).links().testCases();
    }

    @Test
    void findsTestCasesInTheInnermostNameWhereNeitherAnnotationsNorTagsNameAny() throws Exception {
        assertThat(named("[5] Cart", "[1, 2] logs in and [3] out")).containsExactly(1, 2, 3);
        assertThat(named("[5] Cart", "logs in")).containsExactly(5);
        assertThat(named("[] [a] [0] [99999999999] (4)")).isEmpty();

        DisplayNames titles = new DisplayNames(List.of("[5] Cart"), List.of());
        assertThat(linking.test(test("TestCase=123"), TestCode.UNKNOWN, titles)
                        .links()
                        .testCases())
                .containsExactly(123);
        assertThat(linking.test(test(), code(Story.class, "plain"), titles)
                        .links()
                        .testCases())
                .containsExactly(500);
    }

    @Test
    void takesNoListsOfDataForTestCases() {
        assertThat(made("[123] logs in")).containsExactly(123);
        assertThat(made("sorts [123]")).containsExactly(5);
        assertThat(made("[3, 1, 2]")).containsExactly(5);
    }

    @Test
    void findsNothingInNamesWithoutAPattern() {
        DisplayNames titles = new DisplayNames(List.of("[5] Cart"), List.of("[6] adds"));

        assertThat(new AnnotationLinks(null)
                        .test(test("TestCase=123"), TestCode.UNKNOWN, titles)
                        .links()
                        .testCases())
                .containsExactly(123);
        assertThat(new AnnotationLinks(null)
                        .test(test(), TestCode.UNKNOWN, titles)
                        .links())
                .isEqualTo(Links.NONE);
    }

    @Test
    void survivesAPatternThatIsTooGreedy() {
        AnnotationLinks greedy = new AnnotationLinks(Pattern.compile("((\\w|\\W)+)!"));
        DisplayNames titles = new DisplayNames(List.of("x".repeat(100_000)), List.of());

        assertThat(greedy.test(test(), TestCode.UNKNOWN, titles).links()).isEqualTo(Links.NONE);
    }

    @Test
    void givesAFixtureTheWorkItemsAloneOfItsClass() {
        Links links = linking.fixture(test("TestCase=123"), new TestCode(Story.class, null))
                .links();

        assertThat(links).isEqualTo(new Links(List.of(100), List.of(), List.of()));
    }

    @Test
    void leavesOutWhatIsNoIdAndTellsOfItOnce() throws Exception {
        for (int run = 0; run < 2; run++) {
            assertThat(linksOf(Careless.class, "zero").workItems()).containsExactly(6);
            assertThat(linking.test(test("TestCase=x"), TestCode.UNKNOWN, UNNAMED)
                            .links()
                            .testCases())
                    .isEmpty();
        }

        assertThat(told())
                .containsExactly("Ids must be 1 or greater. Ignored: @WorkItem of shop.Cart.adds,"
                        + " tag TestCase=x of shop.Cart.adds.");
    }

    @Test
    void namesSomeOfManyBadIds() {
        for (int each = 0; each < 50; each++) {
            linking.test(test("TestCase=x" + each), TestCode.UNKNOWN, UNNAMED);
        }

        assertThat(told())
                .hasSize(1)
                .first()
                .asString()
                .contains("x0 of", "x9 of", "and maybe others")
                .doesNotContain("x10");
    }

    @Test
    void tellsNothingWhereAllIsWell() throws Exception {
        linksOf(Story.class, "all");

        assertThat(told()).isEmpty();
    }

    private List<String> told() {
        List<String> sentences = new ArrayList<>();
        linking.reportInvalid(sentences::add);
        return sentences;
    }

    private List<Integer> named(String... names) {
        DisplayNames titles = new DisplayNames(List.of(names), List.of());
        return linking.test(test(), TestCode.UNKNOWN, titles).links().testCases();
    }

    private List<Integer> made(String name) {
        DisplayNames titles = new DisplayNames(List.of("[5] Cart"), List.of(name));
        return linking.test(test(), TestCode.UNKNOWN, titles).links().testCases();
    }

    private Links linksOf(Class<?> type, String method) throws Exception {
        return linking.test(test(), code(type, method), UNNAMED).links();
    }

    private static TestCode code(Class<?> type, String method) throws Exception {
        return new TestCode(type, type.getMethod(method));
    }

    private static TestDescription test(String... tags) {
        return new TestDescription(new TestId("e", "shop.Cart", "adds()", ""), "adds", List.of(tags));
    }

    @Retention(RetentionPolicy.RUNTIME)
    @WorkItem(8)
    @interface Tagged {}

    @WorkItem(100)
    @TestCase(500)
    public static class Story {
        @WorkItem({4711, 12, 4711})
        @TestCase(1)
        @TestCase({2, 3})
        @QaCompleteTest(77)
        public void all() {}

        @WorkItem(9)
        public void bug() {}

        @Tagged
        @WorkItem(5)
        public void tagged() {}

        public void plain() {}

        public static class Inner {
            public void inner() {}
        }
    }

    public static class Heir extends Story {}

    @Tagged
    public static class TaggedClass {
        public void plain() {}
    }

    public static class HeirOfTagged extends TaggedClass {}

    public static class Careless {
        @WorkItem({0, 6, -1})
        public void zero() {}
    }
}
