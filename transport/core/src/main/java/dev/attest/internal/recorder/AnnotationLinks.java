package dev.attest.internal.recorder;

import dev.attest.QaCompleteTest;
import dev.attest.TestCase;
import dev.attest.WorkItem;
import dev.attest.spi.DisplayNames;
import dev.attest.spi.Links;
import dev.attest.spi.TestCode;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestLinks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the links of tests in the annotations of their code. If no annotation names a test case, Attest looks for test
 * cases in tags, such as {@code TestCase=123}, and then in names. Thread-safe.
 */
public final class AnnotationLinks implements TestLinks {

    private static final Pattern TAG = Pattern.compile("test-?case[=:](.*)", Pattern.CASE_INSENSITIVE);

    private final TestCaseNames testCaseNames;
    private final ItemIds itemIds = new ItemIds();

    /** Cached per code: a method may run a thousand times. */
    private final Map<TestCode, Links> linksOfCode = new ConcurrentHashMap<>();

    /** What was found last: most invocations of a method have the same code and names. */
    private volatile @Nullable Named last;

    private record Named(TestCode code, DisplayNames names, Links links) {}

    /** @param testCases matches test cases in names, with their ids as group 1; null to find none */
    public AnnotationLinks(@Nullable Pattern testCases) {
        this.testCaseNames = new TestCaseNames(testCases);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // only to keep the description that has these links
    public TestDescription test(TestDescription test, TestCode code, DisplayNames displayNames) {
        Links links = test.tags().isEmpty() ? withoutTags(test, code, displayNames) : find(test, code, displayNames);
        return links == test.links() ? test : test.linkedTo(links);
    }

    @SuppressWarnings("ReferenceEquality") // equal names that are others cost time only
    private Links withoutTags(TestDescription test, TestCode code, DisplayNames displayNames) {
        Named known = last;
        if (known == null || known.code() != code || known.names() != displayNames) {
            known = new Named(code, displayNames, find(test, code, displayNames));
            last = known;
        }
        return known.links();
    }

    private Links find(TestDescription test, TestCode code, DisplayNames displayNames) {
        Links annotated = ofCode(test, code);
        List<Integer> testCases = annotated.testCases();
        if (testCases.isEmpty()) {
            testCases = testCases(test, displayNames);
        }
        return testCases.equals(annotated.testCases())
                ? annotated
                : new Links(annotated.workItems(), testCases, annotated.qaCompleteTests());
    }

    @Override
    public TestDescription fixture(TestDescription fixture, TestCode code) {
        return fixture.linkedTo(new Links(ofCode(fixture, code).workItems(), List.of(), List.of()));
    }

    void reportInvalid(Consumer<String> messages) {
        itemIds.reportInvalid(messages);
    }

    private Links ofCode(TestDescription test, TestCode code) {
        Links known = linksOfCode.get(code);
        if (known == null) {
            known = read(test, code);
            linksOfCode.put(code, known);
        }
        return known;
    }

    private Links read(TestDescription test, TestCode code) {
        List<Integer> workItems = new ArrayList<>();
        for (WorkItem each : code.allNearest(WorkItem.class)) {
            itemIds.addValid(each.value(), "@WorkItem", test, workItems);
        }
        List<Integer> testCases = new ArrayList<>();
        for (TestCase each : code.allNearest(TestCase.class)) {
            itemIds.addValid(each.value(), "@TestCase", test, testCases);
        }
        List<Integer> qaCompleteTests = new ArrayList<>();
        for (QaCompleteTest each : code.allNearest(QaCompleteTest.class)) {
            itemIds.addValid(each.value(), "@QaCompleteTest", test, qaCompleteTests);
        }
        return workItems.isEmpty() && testCases.isEmpty() && qaCompleteTests.isEmpty()
                ? Links.NONE
                : new Links(workItems, testCases, qaCompleteTests);
    }

    private List<Integer> testCases(TestDescription test, DisplayNames displayNames) {
        if (test.tags().isEmpty()) {
            return testCaseNames.find(displayNames);
        }
        List<Integer> tagged = new ArrayList<>();
        for (String tag : test.tags()) {
            Matcher matcher = TAG.matcher(tag);
            if (matcher.matches()) {
                int[] id = {ItemIds.parse(matcher.group(1))};
                itemIds.addValid(id, "tag " + tag, test, tagged);
            }
        }
        return tagged.isEmpty() ? testCaseNames.find(displayNames) : tagged;
    }
}
