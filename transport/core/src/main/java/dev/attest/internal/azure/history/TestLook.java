package dev.attest.internal.azure.history;

import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.azure.plans.AutomatedTest;
import dev.attest.internal.azure.results.ResultId;
import dev.attest.internal.destination.ReviewedRow;
import dev.attest.internal.destination.RowReview;
import dev.attest.internal.guard.GuardedLogger;
import dev.attest.internal.history.Judgement;
import dev.attest.internal.history.ReviewedTest;
import dev.attest.internal.rest.NotDeliveredException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The questions about one test, none of which waits for the answer to another, and the answers so far. Thread-safe. */
final class TestLook {

    private static final GuardedLogger LOG = GuardedLogger.of(TestLook.class);

    private final AzureApi api;
    private final EarlierResults earlier;
    private final EarlyAnswers early;
    private final ResultId id;
    private final ReviewedRow row;
    private final AutomatedTest named;

    /** Without those that are not asked for. */
    private final @Nullable EarlierResults.Part[] parts;

    private @Nullable CurrentResult current;
    private String picture = "";
    private int asked;

    TestLook(
            AzureApi api,
            EarlierResults earlier,
            EarlyAnswers early,
            ResultId id,
            ReviewedRow row,
            AutomatedTest named) {
        this.api = api;
        this.earlier = earlier;
        this.early = early;
        this.id = id;
        this.row = row;
        this.named = named;
        this.parts = new EarlierResults.Part[earlier.questions()];
    }

    int questions() {
        return 1 + parts.length + (row.looksForPicture() ? 1 : 0);
    }

    /** Asks the next question. It may block longer than there is time. */
    void ask() throws NotDeliveredException {
        int number = next();
        if (number == 0) {
            answered(CurrentResult.of(
                    api.get(
                            "look at a test result",
                            api.urls().result(id.runId(), id.id(), "detailsToInclude", CurrentResult.DETAILS)),
                    id.id()));
        } else if (number <= parts.length) {
            answered(number - 1, earlier(number - 1));
        } else {
            answered(picture());
        }
    }

    private EarlierResults.Part earlier(int number) throws NotDeliveredException {
        EarlierResults.Part known = early.answer(row.test(), number);
        return known == null ? earlier.ask(named, number) : known;
    }

    /** A picture that is not found costs its link only. */
    private String picture() {
        try {
            return new Pictures(api).of(id, row.attemptId());
        } catch (NotDeliveredException e) {
            LOG.log(Level.DEBUG, () -> "There is no link to the picture of result " + id.id(), e);
            return "";
        }
    }

    private synchronized int next() {
        return asked++;
    }

    private synchronized void answered(CurrentResult result) {
        current = result;
    }

    private synchronized void answered(int number, EarlierResults.Part part) {
        parts[number] = part;
    }

    private synchronized void answered(String found) {
        picture = found;
    }

    /** Returns what the answers say; null as long as one is missing without which nothing is known. */
    synchronized @Nullable LookedAt result() {
        CurrentResult result = current;
        if (result == null || Arrays.asList(parts).contains(null)) {
            return null;
        }
        ReviewedTest test = row.test();
        Judgement judgement =
                parts.length == 0 ? Judgement.NONE : test.judge(earlier.of(result, id.runId(), List.of(parts)));
        List<String> bugs = new ArrayList<>();
        for (int bug : result.bugs()) {
            bugs.add(api.urls().itemPage(bug));
        }
        return new LookedAt(test, id, result, new RowReview(judgement, picture, bugs));
    }
}
