package dev.attest.internal.azure.history;

import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.azure.plans.AutomatedTest;
import dev.attest.internal.azure.results.ResultId;
import dev.attest.internal.config.HistorySettings;
import dev.attest.internal.config.setting.TestNames;
import dev.attest.internal.destination.Review;
import dev.attest.internal.destination.ReviewedRow;
import dev.attest.internal.guard.GuardedLogger;
import dev.attest.internal.history.ReviewedTest;
import dev.attest.internal.rest.NotDeliveredException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what the service knows of tests, judges their last results by it, and notes that in the comments of the
 * results. Also finds the pictures and bugs of those that failed. Asks for several tests at once. Thread-safe.
 *
 * <p>Nothing is lost if this fails: the results were delivered before.
 */
public final class TestReviews {

    private static final GuardedLogger LOG = GuardedLogger.of(TestReviews.class);

    /** More than a person reads; each takes four requests. */
    private static final int MOST_TESTS = 30;

    /** If more tests than that needed a retry, it is not the tests that are flaky. */
    private static final int MOST_MARKS = 10;

    /** The notes and marks get this part of the time. */
    private static final int PARTS = 5;

    private final AzureApi api;
    private final HistorySettings settings;
    private final TestNames names;
    private final int atOnce;
    private final Clock clock;

    /** Null until a test has failed. */
    private @Nullable EarlyAnswers early;

    /** @param atOnce number of requests at the same time; the client needs a connection for each */
    public TestReviews(AzureApi api, HistorySettings settings, TestNames names, int atOnce, Clock clock) {
        this.api = api;
        this.settings = settings;
        this.names = names;
        this.atOnce = atOnce;
        this.clock = clock;
    }

    /** Begins to ask about tests that have failed, while others run. Does not block. */
    public void lookAhead(List<ReviewedTest> tests) {
        for (ReviewedTest test : tests) {
            if (test.hasFailedOnce() && settings.days() > 0) {
                early().ask(test, AutomatedTest.of(test.test(), names));
            }
        }
    }

    /** Leaves the connections to what is more urgent than looking ahead. */
    public synchronized void stopLookingAhead() {
        if (early != null) {
            early.stop();
        }
    }

    /**
     * Reviews the rows of a run. Blocks, at most until the time is over.
     *
     * @param uploads number of files that are uploaded at the same time; if there are several, they keep connections
     * @param until value of {@link System#nanoTime}
     */
    public Review review(String runId, List<ReviewedRow> rows, int uploads, long until) {
        List<ReviewedRow> first = first(rows);
        if (first.isEmpty() || !hasHistory()) {
            return Review.NONE;
        }
        long asking = until - (until - System.nanoTime()) / PARTS;
        AzureApi limited = api.until(asking);
        EarlyAnswers known = early();
        known.stop(asking);
        EarlierResults earlier = new EarlierResults(limited, settings, clock);
        List<TestLook> tests = new ArrayList<>();
        for (ReviewedRow row : first) {
            AutomatedTest named = AutomatedTest.of(row.test().test(), names);
            ResultId id = ResultId.of(runId, row.resultId());
            tests.add(new TestLook(limited, earlier, known, id, row, named));
        }
        ParallelReview review = new ParallelReview(tests);
        review.run(Math.max(atOnce / 2 + 1, Math.min(atOnce, atOnce + 1 - uploads)), asking);
        List<LookedAt> looked = review.looked();
        int missing = new ResultNotes(api.until(until)).write(looked);
        mark(new FlakyMarks(api.until(until), settings), looked);
        return review.result(missing);
    }

    private synchronized EarlyAnswers early() {
        EarlyAnswers answers = early;
        if (answers == null) {
            answers = new EarlyAnswers(new EarlierResults(api, settings, clock), MOST_TESTS);
            early = answers;
        }
        return answers;
    }

    private boolean hasHistory() {
        try {
            return api.versions().hasHistory();
        } catch (NotDeliveredException e) {
            return false; // then nothing was delivered either
        }
    }

    /** Without history, only the files and bugs of failures are of interest. */
    private List<ReviewedRow> first(List<ReviewedRow> rows) {
        List<ReviewedRow> first = new ArrayList<>();
        for (ReviewedRow row : rows) {
            if (first.size() < MOST_TESTS && (settings.days() > 0 || row.test().hasFailedOnce())) {
                first.add(row);
            }
        }
        return first;
    }

    private static void mark(FlakyMarks marks, List<LookedAt> looked) {
        List<Integer> flaky = new ArrayList<>();
        for (LookedAt each : looked) {
            boolean passedLater = each.test().retried() && !each.test().hasFailed();
            if (passedLater && each.current().reference() != 0) {
                flaky.add(each.current().reference());
            }
        }
        try {
            if (flaky.isEmpty() || flaky.size() > MOST_MARKS || !marks.areWanted()) {
                return;
            }
            String home = marks.home();
            for (int reference : flaky) {
                marks.mark(home, reference);
            }
        } catch (NotDeliveredException e) {
            LOG.log(Level.DEBUG, () -> "Tests that passed only after a retry are not marked as flaky", e);
        }
    }
}
