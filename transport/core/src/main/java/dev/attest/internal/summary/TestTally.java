package dev.attest.internal.summary;

import dev.attest.internal.destination.RowReview;
import dev.attest.internal.history.Judgement;
import dev.attest.internal.history.ReviewedTest;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.quarantine.KnownFailure;
import dev.attest.internal.quarantine.KnownFailures;
import dev.attest.spi.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Notes the results of one JVM while its tests run. A test that passes at once costs a byte. Thread-safe; called on the
 * threads of tests, so it makes nothing that nobody will read.
 */
public final class TestTally {

    /** More failures than a person reads. The others are counted. */
    static final int MOST_NAMED = 100;

    static final int MOST_SLOW = 10;

    /** A file that covers more tests than that covers too much to be looked through. */
    private static final int MOST_COVERED = 30;

    private static final byte NONE = 0;
    private static final byte PASSED = 1;
    private static final byte FAILED = 2;
    private static final byte SKIPPED = 3;
    private static final byte NOT_STARTED = 4;
    private static final byte ABORTED = 5;

    /** Of each row: the outcome of its last attempt. */
    private byte[] outcomes = new byte[256];

    private final int[] counts = new int[ABORTED + 1];
    private final KnownFailures known;

    private final Map<Integer, Note> broken = new LinkedHashMap<>();

    /** Rows that are broken and quarantined, whether they are named or not. */
    private final Set<Integer> quarantined = new HashSet<>();

    /** Rows that have passed although their failure is known. */
    private final Map<Integer, Note> covered = new LinkedHashMap<>();

    private final Map<Integer, Note> retried = new LinkedHashMap<>();
    /** Rows that passed after a failure. */
    private final Set<Integer> passedLater = new HashSet<>();

    /** The slowest first. */
    private final List<Note> slowest = new ArrayList<>(MOST_SLOW);

    private @Nullable Instant began;
    private @Nullable Instant started;
    private Duration took = Duration.ZERO;

    /** @param known failures that people know */
    public TestTally(KnownFailures known) {
        this.known = known;
    }

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
        if (began == null) {
            began = result.started();
        }
        started = result.started();
        took = result.duration();
        if (before != NONE || now != PASSED) {
            noteBroken(row, result, before == FAILED || before == NOT_STARTED || before == ABORTED);
        }
        noteSlow(result);
        if (!known.isEmpty()) {
            noteCovered(row, result);
        }
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

    private void noteCovered(int row, Result result) {
        covered.remove(row);
        quarantined.remove(row);
        KnownFailure entry = known.of(result.test().id());
        if (entry == null) {
            return;
        }
        if (Counts.isBroken(result.outcome()) && !entry.expired()) {
            quarantined.add(row);
        } else if (result.outcome() == Outcome.PASSED && covered.size() < MOST_COVERED) {
            covered.put(row, Note.of(result, entry));
        }
    }

    private void noteBroken(int row, Result result, boolean wasBroken) {
        if (Counts.isBroken(result.outcome())) {
            if (passedLater.remove(row)) {
                retried.remove(row);
            }
            if (broken.size() < MOST_NAMED || broken.containsKey(row)) {
                broken.put(row, Note.of(result, known.of(result.test().id())));
            }
        } else if (wasBroken) {
            broken.remove(row);
            if (result.outcome() == Outcome.PASSED) {
                passedLater.add(row);
                if (retried.size() < MOST_NAMED) {
                    retried.put(row, Note.of(result, null));
                }
            }
        }
    }

    /** Of several attempts at a test, the slowest counts. */
    private void noteSlow(Result result) {
        long millis = result.duration().toMillis();
        if (slowest.size() == MOST_SLOW && millis <= slowest.get(MOST_SLOW - 1).millis()) {
            return;
        }
        Iterator<Note> notes = slowest.iterator();
        while (notes.hasNext()) {
            Note note = notes.next();
            if (note.row() == result.row()) {
                if (note.millis() >= millis) {
                    return;
                }
                notes.remove();
            }
        }
        int at = slowest.size();
        while (at > 0 && slowest.get(at - 1).millis() < millis) {
            at--;
        }
        slowest.add(at, Note.of(result, null));
        if (slowest.size() > MOST_SLOW) {
            slowest.remove(MOST_SLOW);
        }
    }

    /** Returns the tests whose past is of interest, those that matter most first. */
    public synchronized List<ReviewedTest> reviewed() {
        Map<Integer, ReviewedTest> reviewed = new LinkedHashMap<>();
        for (Note note : broken.values()) {
            reviewed.put(note.row(), note.reviewed());
        }
        for (Note note : retried.values()) {
            reviewed.put(note.row(), note.reviewed());
        }
        for (Note note : slowest) {
            if (note.outcome() == Outcome.PASSED && Judgement.isNotable(note.millis())) {
                reviewed.putIfAbsent(note.row(), note.reviewed());
            }
        }
        for (Note note : covered.values()) {
            reviewed.putIfAbsent(note.row(), note.reviewed());
        }
        return List.copyOf(reviewed.values());
    }

    /** Returns how many tests came to what so far. */
    public synchronized Counts counts() {
        return new Counts(
                counts[PASSED],
                counts[FAILED],
                counts[SKIPPED],
                counts[NOT_STARTED],
                counts[ABORTED],
                passedLater.size(),
                quarantined.size());
    }

    /**
     * Returns what was noted so far.
     *
     * @param sources finds the lines of the code that failed
     * @param rows what the service says about the rows
     * @param runs addresses of the runs of this JVM at the services
     * @param remarks sentences on what waits or was refused
     */
    public synchronized Digest digest(SourceFiles sources, ServiceRows rows, List<String> runs, List<String> remarks) {
        return new Digest(
                counts(),
                began == null ? 0 : began.toEpochMilli(),
                started == null ? 0 : started.plus(took).toEpochMilli(),
                named(broken.values(), sources, rows),
                named(retried.values(), sources, rows),
                named(slowest, sources, rows),
                runs,
                remarks,
                passes(rows));
    }

    /** Returns of each entry that covers tests in how many runs in a row all of them have passed, this one included. */
    private Map<String, Integer> passes(ServiceRows rows) {
        Map<String, Integer> passes = new LinkedHashMap<>();
        for (Note note : covered.values()) {
            int passed = passedLater.contains(note.row())
                    ? 0
                    : 1 + rows.review(note.row()).judgement().passedInARow();
            passes.merge(Objects.requireNonNull(note.known()).tests(), passed, Math::min);
        }
        for (Note note : broken.values()) {
            if (note.known() != null) {
                passes.put(note.known().tests(), 0);
            }
        }
        return passes;
    }

    private static RowReview review(Note note, ServiceRows rows) {
        RowReview review = rows.review(note.row());
        KnownFailure known = note.known();
        return known == null || !note.isQuarantined()
                ? review
                : review.with(review.judgement().quarantined(known.words()));
    }

    private static List<NamedTest> named(Iterable<Note> notes, SourceFiles sources, ServiceRows rows) {
        List<NamedTest> named = new ArrayList<>();
        for (Note note : notes) {
            SourceLine line = sources.find(note.trace());
            named.add(new NamedTest(
                    note.title(),
                    note.outcome(),
                    note.attempt(),
                    note.millis(),
                    note.message(),
                    line.file(),
                    line.line(),
                    rows.page(note.row()),
                    review(note, rows)));
        }
        return named;
    }
}
