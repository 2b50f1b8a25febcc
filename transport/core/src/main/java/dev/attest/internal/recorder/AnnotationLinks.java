package dev.attest.internal.recorder;

import dev.attest.QaCompleteTest;
import dev.attest.TestCase;
import dev.attest.WorkItem;
import dev.attest.spi.DisplayNames;
import dev.attest.spi.Links;
import dev.attest.spi.TestCode;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestLinks;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what tests belong to: what the annotations of their code say, and the test cases that, where no annotation
 * names any, their tags do, {@code TestCase=123}, or where no tag does, their names. Thread-safe.
 */
public final class AnnotationLinks implements TestLinks {

    private static final Pattern TAG = Pattern.compile("test-?case[=:](.*)", Pattern.CASE_INSENSITIVE);

    private final TestCaseNames names;
    private final ItemIds ids = new ItemIds();

    /** By the code: a method may run a thousand times. */
    private final Map<TestCode, Links> known = new ConcurrentHashMap<>();

    /**
     * Makes one.
     *
     * @param testCases finds test cases in names, its first group being their ids; null to find none
     */
    public AnnotationLinks(@Nullable Pattern testCases) {
        this.names = new TestCaseNames(testCases);
    }

    @Override
    public TestDescription test(TestDescription test, TestCode code, DisplayNames titles) {
        Links said = ofCode(test, code);
        return test.linkedTo(
                said.testCases().isEmpty()
                        ? new Links(said.workItems(), testCases(test, titles), said.qaCompleteTests())
                        : said);
    }

    @Override
    public TestDescription fixture(TestDescription fixture, TestCode code) {
        return fixture.linkedTo(new Links(ofCode(fixture, code).workItems(), List.of(), List.of()));
    }

    /** Tells which ids were left out, if any, in one sentence. */
    void tell(Consumer<String> sentences) {
        ids.tell(sentences);
    }

    private Links ofCode(TestDescription test, TestCode code) {
        return known.computeIfAbsent(
                code,
                unread -> new Links(
                        read(test, unread, WorkItem.class, WorkItem::value),
                        read(test, unread, TestCase.class, TestCase::value),
                        read(test, unread, QaCompleteTest.class, QaCompleteTest::value)));
    }

    private <A extends Annotation> List<Integer> read(
            TestDescription test, TestCode code, Class<A> kind, Function<A, int[]> value) {
        IntStream said = code.allNearest(kind).stream().map(value).flatMapToInt(IntStream::of);
        return ids.sound(said, "@" + kind.getSimpleName(), test);
    }

    private List<Integer> testCases(TestDescription test, DisplayNames titles) {
        List<Integer> tagged = test.tags().stream()
                .map(TAG::matcher)
                .filter(Matcher::matches)
                .flatMap(tag ->
                        ids.sound(IntStream.of(ItemIds.parse(tag.group(1))), "tag " + tag.group(), test).stream())
                .distinct()
                .toList();
        return tagged.isEmpty() ? names.in(titles) : tagged;
    }
}
