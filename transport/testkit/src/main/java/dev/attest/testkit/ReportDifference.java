package dev.attest.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares what a report of a framework says with what was published. Both are multisets: a test that is told of twice
 * is published twice. A row of a test that was not executed needs no word in the report, for frameworks do not tell of
 * tests that never started. Messages are compared by their letters, since each report has its own way with the others.
 */
public final class ReportDifference {

    private static final String NOT_STARTED = "Not started: ";
    private static final String NO_REASON = "Failed, for no reason given.";

    /** Long messages are cut, and not everywhere at the same place. */
    private static final int COMPARED = 2000;

    private ReportDifference() {}

    /**
     * Returns the differences in words, one line each; none if there are none.
     *
     * @param name what both know a test by, beside its class
     */
    public static List<String> between(
            List<ReportedTest> reported, List<ReportedTest> published, Function<ReportedTest, String> name) {
        Function<ReportedTest, String> key = test -> test.type() + "#" + name.apply(test);
        Map<String, List<ReportedTest>> left = byKey(reported, key);
        Map<String, List<ReportedTest>> rows = byKey(published, key);
        List<String> differences = new ArrayList<>();
        left.forEach((test, told) -> {
            List<ReportedTest> own = rows.getOrDefault(test, new ArrayList<>());
            told.removeIf(each -> take(own, each, ReportDifference::isSame));
            told.removeIf(each -> take(own, each, ReportDifference::isRetried));
            for (ReportedTest each : told) {
                differences.add(test + ": the report says " + words(each) + ", the service has "
                        + (own.isEmpty() ? "no such row" : words(own.remove(0))));
            }
        });
        rows.values().forEach(own -> own.removeIf(each -> each.outcome().equals(ReportedTest.NOT_EXECUTED)));
        rows.forEach((test, own) -> own.forEach(each ->
                differences.add(test + ": the service has " + words(each) + ", of which the report does not tell")));
        return differences;
    }

    private static Map<String, List<ReportedTest>> byKey(List<ReportedTest> tests, Function<ReportedTest, String> key) {
        return tests.stream()
                .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toCollection(ArrayList::new)));
    }

    private static boolean take(
            List<ReportedTest> rows, ReportedTest told, BiPredicate<ReportedTest, ReportedTest> fits) {
        for (ReportedTest row : rows) {
            if (fits.test(told, row)) {
                return rows.remove(row);
            }
        }
        return false;
    }

    private static boolean isRetried(ReportedTest told, ReportedTest row) {
        return row.outcome().equals(ReportedTest.RETRIED)
                && (letters(told.message()).isEmpty() || letters(told.message()).equals(letters(row.message())));
    }

    private static boolean isSame(ReportedTest told, ReportedTest row) {
        if (!told.outcome().equals(row.outcome())) {
            return false;
        }
        return switch (told.outcome()) {
            case ReportedTest.PASSED -> row.message().isEmpty();
            case ReportedTest.FAILED -> isSameFailure(told, row);
            default ->
                told.message().isEmpty()
                        || row.message().startsWith(NOT_STARTED)
                        || letters(told.message()).equals(letters(row.message()));
        };
    }

    private static boolean isSameFailure(ReportedTest told, ReportedTest row) {
        if (!told.thrown().isEmpty()
                && !row.thrown().isEmpty()
                && !told.thrown().equals(row.thrown())) {
            return false;
        }
        if (letters(told.message()).isEmpty()) {
            return row.message().equals(told.thrown().isEmpty() ? NO_REASON : told.thrown());
        }
        return letters(told.message()).equals(letters(row.message()));
    }

    private static String letters(String message) {
        String text = message.replaceAll("&#\\d+;", " ")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return text.substring(0, Math.min(COMPARED, text.length()));
    }

    private static String words(ReportedTest test) {
        String thrown = test.thrown().isEmpty() ? "" : " by " + test.thrown();
        String message = test.message().isEmpty() ? "" : " \"" + test.message() + '"';
        return test.outcome() + thrown + message;
    }
}
