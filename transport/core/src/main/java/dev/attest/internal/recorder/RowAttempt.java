package dev.attest.internal.recorder;

import dev.attest.internal.journal.event.Attachment;

/** A row of the run, and an attempt in it. */
record RowAttempt(int row, int attempt) {

    /** The place of what belongs to the run and to no test. */
    static final RowAttempt RUN = new RowAttempt(Attachment.RUN, 1);
}
