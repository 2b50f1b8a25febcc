package dev.attest.publish;

import dev.attest.journal.Journal;
import dev.attest.journal.event.Attachment;
import dev.attest.journal.event.Event;
import dev.attest.journal.event.Event.EvidenceMoved;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where in the journal the attachments of each row stand, so that those of one row can be read again: sixteen bytes for each.
 * Not thread-safe.
 */
final class RecordedFiles {

    private final Journal journal;
    private final boolean wanted;
    private int[] rows = new int[16];
    private int[] attempts = new int[16];
    private long[] positions = new long[16];
    private int size;
    private long position;

    /** @param wanted whether anybody will ask for them */
    RecordedFiles(Journal journal, boolean wanted) {
        this.journal = journal;
        this.wanted = wanted;
    }

    /** Says where the event stands that is looked at next. */
    void at(long where) {
        position = where;
    }

    /** Notes an attachment that the event tells of, at the row that it belongs to as far as is known. */
    void add(Attachment attachment) {
        if (!wanted) {
            return;
        }
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

    /** Notes that what one row has belongs to another. */
    void move(EvidenceMoved moved) {
        for (int i = 0; i < size; i++) {
            if (rows[i] == moved.from()) {
                rows[i] = moved.row();
                attempts[i] = moved.attempt();
            }
        }
    }

    /** Returns the attachments of a row, of all its attempts, in order; what cannot be read is left out. */
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
