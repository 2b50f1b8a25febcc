package dev.attest.internal.azure.history;

import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.azure.plans.AutomatedTest;
import dev.attest.internal.azure.results.ResultId;
import dev.attest.internal.config.HistorySettings;
import dev.attest.internal.config.setting.TestNames;
import dev.attest.internal.destination.Review;
import dev.attest.internal.destination.ReviewedRow;
import dev.attest.internal.destination.RowReview;
import dev.attest.internal.guard.GuardedLogger;
import dev.attest.internal.history.Judgement;
import dev.attest.internal.history.ReviewedTest;
import dev.attest.internal.rest.NotDeliveredException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at what the service knows of tests, judges their last results by it, and notes that in the comments of the
 * results. Also finds the pictures and bugs of those that failed. Asks for several tests at once. Thread-safe.
 *
 * <p>Nothing is lost if this fails: the results were delivered before.
 */
public final class TestReviews {

    private static final GuardedLogger LOG = GuardedLogger.of(TestReviews.class);

    /** More than a person reads; each takes four requests. */
    private static final int MOST_TESTS = 50;

    /** The notes and marks get this part of the time. */
    private static final int PARTS = 5;

    private final AzureApi api;
    private final HistorySettings settings;
    private final TestNames names;
    private final int atOnce;
    private final Clock clock;

    /** @param atOnce number of requests at the same time; the client needs a connection for each */
    public TestReviews(AzureApi api, HistorySettings settings, TestNames names, int atOnce, Clock clock) {
        this.api = api;
        this.settings = settings;
        this.names = names;
        this.atOnce = atOnce;
        this.clock = clock;
    }

    /**
     * Reviews the rows of a run. Blocks, at most until the time is over.
     *
     * @param until value of {@link System#nanoTime}
     */
    public Review review(String runId, List<ReviewedRow> rows, long until) {
        try {
            if (first(rows).isEmpty() || !api.versions().hasHistory()) {
                return Review.NONE;
            }
        } catch (NotDeliveredException e) {
            return Review.NONE; // then nothing was delivered either
        }
        long asking = until - (until - System.nanoTime()) / PARTS;
        AzureApi limited = api.until(asking);
        EarlierResults earlier = new EarlierResults(limited, settings, clock);
        List<ReviewedRow> first = first(rows);
        ParallelReview review =
                new ParallelReview(first, row -> look(limited, earlier, ResultId.of(runId, row.resultId()), row));
        review.run(Math.min(atOnce, first.size()), asking);
        note(review.looked(), until);
        return review.result();
    }

    /** Without history, only the files and bugs of failures are of interest. */
    private List<ReviewedRow> first(List<ReviewedRow> rows) {
        List<ReviewedRow> first = new ArrayList<>();
        for (ReviewedRow row : rows) {
            if (first.size() < MOST_TESTS && (settings.days() > 0 || hasFailedOnce(row.test()))) {
                first.add(row);
            }
        }
        return first;
    }

    private static boolean hasFailedOnce(ReviewedTest test) {
        return test.hasFailed() || test.retried();
    }

    private LookedAt look(AzureApi limited, EarlierResults earlier, ResultId id, ReviewedRow row)
            throws NotDeliveredException {
        CurrentResult current = CurrentResult.of(limited.get(
                "look at a test result",
                limited.urls().result(id.runId(), id.id(), "detailsToInclude", CurrentResult.DETAILS)));
        ReviewedTest test = row.test();
        Judgement judgement = Judgement.NONE;
        if (settings.days() > 0) {
            String name = AutomatedTest.of(test.test(), names).name();
            judgement = test.judge(earlier.of(name, id.runId(), current));
        }
        String picture = hasFailedOnce(test) ? new Pictures(limited).of(id, current.attempt()) : "";
        List<String> bugs = new ArrayList<>();
        current.bugs().forEach(bug -> bugs.add(limited.urls().itemPage(bug)));
        return new LookedAt(test, id, current, new RowReview(judgement, picture, bugs));
    }

    private void note(List<LookedAt> looked, long until) {
        AzureApi limited = api.until(until);
        try {
            new ResultNotes(limited).write(looked);
            mark(new FlakyMarks(limited, settings), looked);
        } catch (NotDeliveredException e) {
            LOG.log(Level.DEBUG, () -> "The past of tests is not noted at their results", e);
        }
    }

    private static void mark(FlakyMarks marks, List<LookedAt> looked) throws NotDeliveredException {
        String home = "";
        for (LookedAt each : looked) {
            boolean passedLater = each.test().retried() && !each.test().hasFailed();
            if (passedLater && each.current().reference() != 0 && marks.areWanted()) {
                home = home.isEmpty() ? marks.home() : home;
                marks.mark(home, each.current().reference());
            }
        }
    }
}
