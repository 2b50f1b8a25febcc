package dev.attest.internal.summary;

import dev.attest.internal.journal.event.Result;
import dev.attest.internal.text.Texts;
import dev.attest.spi.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Notes the results of one JVM while its tests run. A test that passes at once costs a byte. Thread-safe; called on the
 * threads of tests, so it makes nothing that nobody will read.
 */
public final class TestTally {

    /** More failures than a person reads. The others are counted. */
    static final int MOST_NAMED = 100;

    static final int MOST_SLOW = 10;
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_MESSAGE = 300;

    private static final byte NONE = 0;
    private static final byte PASSED = 1;
    private static final byte FAILED = 2;
    private static final byte SKIPPED = 3;
    private static final byte NOT_STARTED = 4;
    private static final byte ABORTED = 5;

    /** Of each row: the outcome of its last attempt. */
    private byte[] outcomes = new byte[256];

    private final int[] counts = new int[ABORTED + 1];
    private final Map<Integer, Result> broken = new LinkedHashMap<>();
    private final Map<Integer, Result> retried = new LinkedHashMap<>();
    private int retriedInAll;

    /** The slowest, in no order. */
    private final Result[] slowest = new Result[MOST_SLOW];

    private int slow;
    private @Nullable Result first;
    private @Nullable Result last;

    /** Notes an attempt, which replaces earlier ones of its row. */
    public synchronized void add(Result result) {
        int row = result.row();
        if (row >= outcomes.length) {
            outcomes = Arrays.copyOf(outcomes, Math.max(row + 1, outcomes.length * 2));
        }
        byte before = outcomes[row];
        byte now = code(result.outcome());
        outcomes[row] = now;
        counts[before]--;
        counts[now]++;
        if (first == null) {
            first = result;
        }
        last = result;
        if (before != NONE || now != PASSED) {
            noteBroken(row, result, before == FAILED || before == NOT_STARTED || before == ABORTED);
        }
        noteSlow(result);
    }

    private static byte code(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> PASSED;
            case FAILED -> FAILED;
            case SKIPPED -> SKIPPED;
            case NOT_STARTED -> NOT_STARTED;
            case ABORTED -> ABORTED;
        };
    }

    private void noteBroken(int row, Result result, boolean wasBroken) {
        if (Counts.isBroken(result.outcome())) {
            if (broken.size() < MOST_NAMED || broken.containsKey(row)) {
                broken.put(row, result);
            }
        } else if (wasBroken) {
            broken.remove(row);
            if (result.outcome() == Outcome.PASSED) {
                retriedInAll++;
                if (retried.size() < MOST_NAMED) {
                    retried.put(row, result);
                }
            }
        }
    }

    private void noteSlow(Result result) {
        if (slow < MOST_SLOW) {
            slowest[slow++] = result;
            return;
        }
        int fastest = 0;
        for (int i = 1; i < MOST_SLOW; i++) {
            if (slowest[i].duration().compareTo(slowest[fastest].duration()) < 0) {
                fastest = i;
            }
        }
        if (result.duration().compareTo(slowest[fastest].duration()) > 0) {
            slowest[fastest] = result;
        }
    }

    /**
     * Returns what was noted so far.
     *
     * @param sources finds the lines of the code that failed
     * @param pages returns the address of a row at the service; empty if it is not known
     */
    public synchronized Digest digest(SourceFiles sources, IntFunction<String> pages) {
        Counts all = new Counts(
                counts[PASSED], counts[FAILED], counts[SKIPPED], counts[NOT_STARTED], counts[ABORTED], retriedInAll);
        List<Result> slowFirst = new ArrayList<>(Arrays.asList(slowest).subList(0, slow));
        slowFirst.sort((one, other) -> other.duration().compareTo(one.duration()));
        return new Digest(
                all,
                first == null ? 0 : first.started().toEpochMilli(),
                last == null ? 0 : last.completed().toEpochMilli(),
                named(broken.values(), sources, pages),
                named(retried.values(), sources, pages),
                named(slowFirst, sources, pages));
    }

    private static List<NamedTest> named(Iterable<Result> results, SourceFiles sources, IntFunction<String> pages) {
        List<NamedTest> named = new ArrayList<>();
        for (Result result : results) {
            SourceLine line = result.failure() == null
                    ? SourceLine.NONE
                    : sources.find(result.failure().stackTrace());
            named.add(new NamedTest(
                    cut(result.test().title(), LONGEST_TITLE),
                    result.outcome(),
                    result.attempt(),
                    result.duration().toMillis(),
                    result.failure() == null
                            ? ""
                            : cut(firstLine(result.failure().message()), LONGEST_MESSAGE),
                    line.file(),
                    line.line(),
                    pages.apply(result.row())));
        }
        return named;
    }

    private static String firstLine(String text) {
        String stripped = text.strip();
        int end = 0;
        while (end < stripped.length() && stripped.charAt(end) != '\n' && stripped.charAt(end) != '\r') {
            end++;
        }
        return stripped.substring(0, end);
    }

    private static String cut(String text, int longest) {
        return Texts.clean(Texts.cut(text, longest, "…"));
    }
}
