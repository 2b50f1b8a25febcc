package dev.attest.internal.delivery;

import dev.attest.internal.journal.event.Attachment;
import java.util.HashMap;
import java.util.Map;

/** The addresses of the pictures that one delivery has uploaded. Of a row, the last picture of its last attempt. */
final class UploadedPictures {

    /** More rows than a person looks at. */
    private static final int MOST = 1000;

    private final Map<Integer, Picture> byRow = new HashMap<>();
    private boolean complete;

    private record Picture(int attempt, int number, String address) {}

    /** @param complete whether no earlier delivery of the same journal has uploaded a file */
    UploadedPictures(boolean complete) {
        this.complete = complete;
    }

    /** Returns whether a row without a picture here has none at the service. */
    boolean isComplete() {
        return complete;
    }

    /** @param address empty if it is not a picture */
    void add(Attachment file, String address) {
        if (address.isEmpty() || file.ofRun()) {
            return;
        }
        Picture known = byRow.get(file.row());
        if (known == null && byRow.size() == MOST) {
            complete = false;
        } else if (known == null
                || file.attempt() > known.attempt()
                || (file.attempt() == known.attempt() && file.number() > known.number())) {
            byRow.put(file.row(), new Picture(file.attempt(), file.number(), address));
        }
    }

    /** Returns the address of a picture of an attempt; empty if none is known. */
    String of(int row, int attempt) {
        Picture known = byRow.get(row);
        return known == null || known.attempt() != attempt ? "" : known.address();
    }
}
