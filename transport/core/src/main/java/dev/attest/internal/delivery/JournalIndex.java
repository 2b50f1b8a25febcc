package dev.attest.internal.delivery;

import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The positions of attempts and attachments in the journal, so that delivered ones can be read again. Takes 8 bytes per
 * row and 12 bytes per attachment.
 */
final class JournalIndex {

    private final Journal journal;
    private final boolean withAttachments;

    /** Positions of first attempts plus one, by row; 0 for none. Most tests have no other attempt. */
    private long[] firstPositions = new long[64];

    private final Map<AttemptKey, Long> laterPositions = new HashMap<>();
    private final Map<AttemptKey, Result> unwrittenResults = new HashMap<>();

    /** Rows and positions of the first {@link #size} attachments. */
    private int[] rows = new int[16];

    private long[] positions = new long[16];
    private int size;

    /** By the reserved row of a test that was not known yet. It moves at most once. */
    private final Map<Integer, Event.EvidenceMoved> moves = new HashMap<>();

    /** @param withAttachments whether {@link #attachments} will be called */
    JournalIndex(Journal journal, boolean withAttachments) {
        this.journal = journal;
        this.withAttachments = withAttachments;
    }

    /** Keeps a result that the journal does not hold. */
    void keep(Result result) {
        unwrittenResults.put(new AttemptKey(result.row(), result.attempt()), result);
    }

    void note(Event event, long position) {
        if (event instanceof Event.ResultRecorded recorded) {
            add(recorded.result(), position);
        } else if (withAttachments && event instanceof Event.AttachmentAdded added) {
            add(added.attachment(), position);
        } else if (withAttachments && event instanceof Event.EvidenceMoved move) {
            moves.put(move.from(), move);
            Arrays.setAll(rows, i -> rows[i] == move.from() ? move.row() : rows[i]);
        }
    }

    private void add(Result result, long position) {
        int row = result.row();
        if (result.attempt() > 1) {
            laterPositions.put(new AttemptKey(row, result.attempt()), position + 1);
            return;
        }
        if (row >= firstPositions.length) {
            firstPositions = Arrays.copyOf(firstPositions, Math.max(row + 1, 2 * firstPositions.length));
        }
        firstPositions[row] = position + 1;
    }

    private void add(Attachment attachment, long position) {
        if (attachment.place() != null) {
            return;
        }
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, 2 * size);
            positions = Arrays.copyOf(positions, 2 * size);
        }
        rows[size] = moved(attachment).row();
        positions[size] = position;
        size++;
    }

    /** Returns an attempt that was read before; empty if the journal does not hold it any more. */
    Optional<Result> result(int row, int attempt) throws IOException {
        AttemptKey key = new AttemptKey(row, attempt);
        long first = row < firstPositions.length ? firstPositions[row] : 0;
        long position = attempt > 1 ? laterPositions.getOrDefault(key, 0L) : first;
        if (position == 0) {
            return Optional.ofNullable(unwrittenResults.get(key));
        }
        return read(position - 1, Event.ResultRecorded.class)
                .map(Event.ResultRecorded::result)
                .filter(result -> result.row() == row && result.attempt() == attempt);
    }

    /** Returns the attachments of all attempts of a row, in order. Unreadable ones are left out. */
    List<Attachment> attachments(int row) throws IOException {
        List<Attachment> found = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (rows[i] == row) {
                read(positions[i], Event.AttachmentAdded.class)
                        .map(added -> moved(added.attachment()))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private Attachment moved(Attachment recorded) {
        Event.EvidenceMoved move = moves.get(recorded.row());
        return move == null ? recorded : recorded.at(move.row(), move.attempt());
    }

    private <T extends Event> Optional<T> read(long position, Class<T> type) throws IOException {
        return journal.reader(position).read(1).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
