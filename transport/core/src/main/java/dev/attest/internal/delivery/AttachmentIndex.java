package dev.attest.internal.delivery;

import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Event.EvidenceMoved;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The positions of attachments in the journal, by row, so that they can be read again. Takes 16 bytes per attachment.
 */
final class AttachmentIndex {

    private final Journal journal;
    private final boolean wanted;
    private int[] rows = new int[16];
    private int[] attempts = new int[16];
    private long[] positions = new long[16];
    private int size;
    private final Map<Integer, EvidenceMoved> moves = new HashMap<>();

    /** @param wanted whether {@link #of} will be called */
    AttachmentIndex(Journal journal, boolean wanted) {
        this.journal = journal;
        this.wanted = wanted;
    }

    void note(Event event, long position) {
        if (!wanted) {
            return;
        }
        if (event instanceof Event.AttachmentAdded added && added.attachment().place() == null) {
            EvidenceMoved elsewhere = moves.get(added.attachment().row());
            Attachment own = added.attachment();
            add(elsewhere == null ? own : own.at(elsewhere.row(), elsewhere.attempt()), position);
        } else if (event instanceof EvidenceMoved moved) {
            moves.put(moved.from(), moved);
            move(moved);
        }
    }

    private void add(Attachment attachment, long position) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, 2 * size);
            attempts = Arrays.copyOf(attempts, 2 * size);
            positions = Arrays.copyOf(positions, 2 * size);
        }
        rows[size] = attachment.row();
        attempts[size] = attachment.attempt();
        positions[size] = position;
        size++;
    }

    private void move(EvidenceMoved moved) {
        for (int i = 0; i < size; i++) {
            if (rows[i] == moved.from()) {
                rows[i] = moved.row();
                attempts[i] = moved.attempt();
            }
        }
    }

    /** Returns the attachments of all attempts of a row, in order. Unreadable ones are left out. */
    List<Attachment> of(int row) throws IOException {
        List<Attachment> found = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (rows[i] == row) {
                List<Event> event = journal.reader(positions[i]).read(1);
                if (!event.isEmpty() && event.get(0) instanceof Event.AttachmentAdded added) {
                    found.add(added.attachment().at(row, attempts[i]));
                }
            }
        }
        return found;
    }
}
